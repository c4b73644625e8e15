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
            "The letter and its version, the hour of confirmation, and the country, sealed together with a random number that only the signer receives. No name, no e-mail address, no place.")
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

    @Message("Check a receipt")
    String checkTitle();

    @Message("Whoever holds a receipt can find out here whether its signature stands in the ledger, unchanged.")
    String checkLead();

    @Message("The receipt")
    String paste();

    @Message("Open the file receipt.json from your own page and paste all of it. It is checked and not kept.")
    String pasteHint();

    @Message("Check")
    String checkButton();

    @Message("Yes, this signature stands in the ledger")
    String genuineTitle();

    @Message("This receipt does not hold")
    String badTitle();

    @Message(
            "This is not a receipt of ours, or not a whole one. Please copy the file once more, from the first bracket to the last.")
    String unreadable();

    @Message("The entry was changed: it does not make the leaf that the receipt names.")
    String wrongLeaf();

    @Message("The path was changed: it does not lead from the leaf to the root.")
    String wrongPath();

    @Message(
            "We never published this root. Either the receipt is not ours, or the ledger was changed after it was given. If you received it from us, please tell us, and tell others.")
    String unknownRoot();

    @Message("Without trusting us")
    String alone();

    @Message(
            "The format is public, and a short program that shares nothing with this site checks receipts on your own computer: docs/verify-receipt.md in the source of these pages.")
    String aloneText();
}
