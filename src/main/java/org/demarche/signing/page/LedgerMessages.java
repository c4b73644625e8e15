package org.demarche.signing.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.demarche.common.page.Tally;

/** The public ledger: its size, its root, and how to check a number. Other languages: {@code messages/ledger_*.properties}. */
@MessageBundle("ledger")
public interface LedgerMessages {

    @Message("How to check the number")
    String title();

    @Message(
            "{#if size.n == 1}One signature stands{#else}{size} signatures stand{/if} in the ledger of this letter. Entries can be added to it; none can be changed or taken out unnoticed.")
    String lead(Tally size);

    @Message(
            "{counted} of these entries count today. A signature that was withdrawn stays here as a sealed entry, but is no longer counted.")
    String counted(Tally counted);

    @Message("Entries")
    String size();

    @Message("Root")
    String root();

    @Message("As of")
    String asOf();

    @Message("Our signature")
    String signature();

    @Message("Our public key")
    String key();

    @Message("What an entry holds")
    String holds();

    @Message(
            "The letter and its version, the hour of confirmation, and the country, sealed together with a random number that only the signer receives. No name, no address, no place.")
    String holdsText();

    @Message("Check that you are in it")
    String self();

    @Message(
            "Open your own page from the link in your e-mail. Your receipt leads from your leaf, step by step, to the root above. If one entry were missing or altered, the root would be another.")
    String selfText();

    @Message("For programs: RFC 9162, SHA-256, Ed25519. The signed head as JSON")
    String form();

    @Message("The ledger is still empty. The first confirmed signature begins it.")
    String empty();
}
