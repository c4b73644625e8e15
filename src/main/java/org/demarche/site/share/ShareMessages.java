package org.demarche.site.share;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.demarche.common.page.Tally;

/** Telling others of a letter, and the widget on other sites. Other languages: {@code messages/share_*.properties}. */
@MessageBundle("share")
public interface ShareMessages {

    @Message("Tell others about this letter")
    String title();

    @Message(
            "Nothing here counts who follows your link: no buttons of other companies, no shortened addresses, no tracking.")
    String lead();

    @Message("The address")
    String address();

    @Message("Copy")
    String copy();

    @Message("Copied")
    String copied();

    @Message("Write an e-mail with it")
    String mail();

    @Message("A letter you can sign, if you wish. Read it first: {address}")
    String mailBody(String address);

    @Message("Before you share")
    String careTitle();

    @Message(
            "A post on your own account shows your name, whatever you chose on the form. If someone close to you could be reached in China or North Korea, please pass the address on by word or on paper instead.")
    String care();

    @Message("QR code for paper")
    String qr();

    @Message("QR code of the address {address}")
    String qrAlt(String address);

    @Message("Print it on a leaflet, or show it to the person beside you.")
    String qrHint();

    @Message("Save it as a drawing (SVG)")
    String qrSave();

    @Message("On your own site")
    String widget();

    @Message(
            "Put this line where the letter should appear. It shows the title and the count in a frame of its own, sets no cookie and learns nothing of your visitors. Those who sign by it are counted under your site’s name.")
    String widgetLead();

    @Message("The line for your page")
    String widgetLine();

    @Message("Where scripts are not allowed, as on WordPress.com")
    String widgetFrame();

    @Message("Follow what happens")
    String feed();

    @Message("What happens to this letter, for a feed reader:")
    String feedLead();

    @Message("Read and sign")
    String readAndSign();

    @Message("Read the letter")
    String read();

    @Message("A letter by {organisation}. You decide what its readers see of you.")
    String by(String organisation);

    @Message("Opens for signatures on {day}.")
    String opensOn(String day);

    @Message("The list was closed on {day}.")
    String closedOn(String day);

    @Message("{#if count.n == 1}One signature{#else}{count} signatures{/if} on {day}")
    String cardCount(Tally count, String day);

    @Message("Can be signed until {day}")
    String cardUntil(String day);

    @Message("The letter was opened for signatures.")
    String opened();

    @Message("The list was closed.")
    String closed();
}
