package org.demarche.site;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is kept of a person, why, who sees it, and when it is erased. Other languages: {@code messages/privacyPage_*.properties}. */
@MessageBundle("privacyPage")
public interface PrivacyMessages {

    @Message("What we keep of you, and for how long")
    String title();

    @Message(
            "The reader of these letters may wish to know who signed. So we ask for little, seal what we keep, and erase it on a fixed day.")
    String lead();

    @Message("What we ask for, and why")
    String collectTitle();

    @Message("Name and e-mail")
    String nameLabel();

    @Message(
            "So that each person is counted once and can confirm that it was they who signed. The e-mail address never goes to a mission and is never shown.")
    String nameWhy();

    @Message("Country")
    String countryLabel();

    @Message("For the totals. A country with fewer than five signers is shown only as “other”.")
    String countryWhy();

    @Message("Prefecture and town, optional")
    String placeLabel();

    @Message(
            "Printed only if you choose to show your name and place. The prefecture also finds the mission responsible for you when you write a letter of your own.")
    String placeWhy();

    @Message("Your own words, optional")
    String wordsLabel();

    @Message(
            "Printed beside your name or initials, if you chose to show one of them. Our staff may read them first, to protect refugees and helpers.")
    String wordsWhy();

    @Message("The link you came by")
    String sourceLabel();

    @Message(
            "A word in the link, such as “newsletter”, tells us which invitation was read. It says nothing else about you.")
    String sourceWhy();

    @Message("Who sees it")
    String seesTitle();

    @Message(
            "The missions see what you chose under “What may the missions see of you?”, and nothing else. You can change it until the list closes.")
    String seesMission();

    @Message(
            "The public sees totals, and your name only if you asked for it. That is a separate question, and so is receiving news.")
    String seesPublic();

    @Message(
            "Our staff see what their task needs, and each look at a list is recorded. Those who check comments see no e-mail addresses.")
    String seesStaff();

    @Message(
            "Nobody else. We sell and share nothing, and no other company takes part in these pages: no outside scripts, fonts, pictures or counters.")
    String seesNobody();

    @Message("How it is kept")
    String sealedTitle();

    @Message(
            "Name, e-mail, place and words are stored sealed, each campaign under its own key. Whoever stole the database would find no name in it.")
    String sealed();

    @Message(
            "We do not store your internet address. To stop machines that sign by the thousand, we keep a scrambled trace of it that cannot be read back and is worthless after a day.")
    String noAddress();

    @Message("If you choose a language, one cookie remembers it. There is no other cookie on these pages.")
    String cookie();

    @Message("When it is erased")
    String erasedTitle();

    @Message(
            "Twelve months after the campaign ends, all personal data of it are erased and their key is destroyed. The totals and the sealed ledger remain; they name nobody.")
    String erasedEnd();

    @Message("If you do not confirm your signature, what you entered is erased after seven days.")
    String erasedPending();

    @Message(
            "If you asked us to remind you when a letter opens, your e-mail address is erased two days after that one mail, and after seven days if you do not confirm.")
    String erasedReminder();

    @Message(
            "What has been printed and handed over cannot be called back. That is why you can change or withdraw it until the list closes.")
    String erasedPaper();

    @Message("What you can do")
    String rightsTitle();

    @Message(
            "The link in your confirmation e-mail leads to your own page. There you can see all that we hold about you, change what the missions see, withdraw, and have everything erased at any time. You need give no reason.")
    String rights();

    @Message(
            "If you have lost the link, or have a question or a complaint, write to us. You may also complain to the data protection authority where you live.")
    String rightsLost();

    @Message("Write to {mail}")
    String writeTo(String mail);
}
