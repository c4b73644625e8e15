package org.demarche.bundle.print;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What stands on the cover, the certificate and the sheets. Other languages: {@code messages/paper_*.properties}. */
@MessageBundle("paper")
public interface PaperMessages {

    @Message("Petition: {title}")
    String petition(String title);

    @Message("To")
    String to();

    @Message("Through")
    String through();

    @Message("{head}, {mission}")
    String headOf(String head, String mission);

    @Message("We respectfully hand over the petition bound with this cover, and ask you to forward it to {addressee}.")
    String request(String addressee);

    @Message("Signatures")
    String signatures();

    @Message("{count} from {countries} {#if countries == '1'}country or region{#else}countries and regions{/if}")
    String signaturesFrom(String count, String countries);

    @Message("Listed in these volumes")
    String listed();

    @Message("{count} {#if count == '1'}line{#else}lines{/if}")
    String lines(String count);

    @Message("Counted, by their own choice not listed")
    String counted();

    @Message("{count} {#if count == '1'}person{#else}people{/if}")
    String people(String count);

    @Message("Volumes")
    String volumes();

    @Message("{volumes} with {pages} {#if pages == '1'}page{#else}pages{/if}, besides this one")
    String volumesAndPages(String volumes, String pages);

    @Message("List closed")
    String listClosed();

    @Message("Received: stamp, date")
    String received();

    @Message("Ledger root")
    String ledgerRoot();

    @Message("This file carries a digital seal. To check it: {url}")
    String sealed(String url);

    @Message("Certificate")
    String certificate();

    @Message("We certify that every signature listed as made on the web was confirmed by its signer by e-mail, that"
            + " each person is counted once, and that each is shown as that person chose.")
    String certify();

    @Message("Where the signatures come from")
    String byCountry();

    @Message("How they were made")
    String byOrigin();

    @Message("On the web, confirmed by the signer by e-mail")
    String web();

    @Message("On paper, entered by our staff")
    String paper();

    @Message("On partners’ lists, confirmed by the partner")
    String partners();

    @Message("What the signers chose to show")
    String byDisclosure();

    @Message("Name and place")
    String full();

    @Message("Initials and country")
    String initials();

    @Message("Country only")
    String country();

    @Message("Counted and not listed")
    String countedOnly();

    @Message("other")
    String other();

    @Message("Entries in the ledger")
    String ledgerSize();

    @Message("Fingerprint of the seal (SHA-256)")
    String fingerprint();

    @Message("Signers")
    String signers();

    @Message("Volume {n}")
    String volume(int n);

    @Message("Not for delivery")
    String notForDelivery();

    @Message("Cover, petition and certificate")
    String coverTitle();

    @Message("Letters from supporters")
    String letters();

    @Message("Letter {n}: {writer}")
    String letter(int n, String writer);

    @Message("Contents")
    String contents();

    @Message("Page")
    String page();

    @Message("Labels and the sheet for the gate")
    String labels();

    @Message("What we bring")
    String guardTitle();

    @Message("{organisation} has come to hand a petition to {mission}. It is paper only, and you may look into it.")
    String guardText(String organisation, String mission);

    @Message("Boxes: {boxes}. Volumes: {volumes}. Pages: {pages}.")
    String guardFigures(String boxes, String volumes, String pages);

    @Message("If it cannot be taken, please tell us who decided so. We shall write down the time and leave.")
    String guardAsk();

    @Message("{pages} pages")
    String guardPages(int pages);

    @Message("Date")
    String day();

    @Message("Carried by")
    String carriedBy();

    @Message("Telephone")
    String telephone();

    @Message("Taken or refused by, time")
    String takenBy();

    @Message("Box {n} of {of}")
    String boxOf(int n, int of);

    @Message("Volumes {volumes}")
    String boxVolumes(String volumes);
}
