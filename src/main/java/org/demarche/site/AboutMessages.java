package org.demarche.site;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The page about who stands behind the letters. Other languages: {@code messages/about_*.properties}. */
@MessageBundle("about")
public interface AboutMessages {

    @Message("About us and these letters")
    String title();

    @Message(
            "A démarche is a formal request made to a government. Anyone may make one. This site helps people make theirs together, and keeps each of them as safe as they wish to be.")
    String lead();

    @Message("What we promise")
    String promisesTitle();

    @Message(
            "Nobody is shown beyond what they chose. Every sheet, letter and file that leaves us obeys the choice of each signer.")
    String promiseExposure();

    @Message(
            "Every number is true. Only confirmed signatures count, each once, and anyone can check the total against the public ledger.")
    String promiseNumbers();

    @Message("Nothing is glossed over. If a mission refuses a letter or sends it back, the delivery record says so.")
    String promiseOutcome();

    @Message("How a signature is counted")
    String countTitle();

    @Message(
            "You sign, and we send you an e-mail. When you press the button it leads to, your signature enters the ledger: a list to which entries can only be added. An entry holds the letter, the hour and the country, sealed with a random number; it does not hold your name or e-mail address. You receive a receipt with which you can check at any time that your entry is still there.")
    String count();

    @Message("How a letter arrives")
    String paperTitle();

    @Message(
            "When a list closes, it is printed or sent exactly as the signers chose.{#if fourEyes} Two of us must agree before anything leaves.{/if} Letters go to the mission responsible, at an address that one of us has checked within the last year.")
    String paper(boolean fourEyes);
}
