package org.demarche.signing;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sign form: what is asked, why, and what the missions will see. Other languages: {@code messages/signing_*.properties}. */
@MessageBundle("signing")
public interface SigningMessages {

    @Message("Add your signature")
    String heading();

    @Message("Signing is paused")
    String pausedTitle();

    @Message("It takes about two minutes. Everything is required unless it says optional.")
    String intro();

    @Message("optional")
    String optional();

    @Message("Name")
    String name();

    @Message(
            "As you write it yourself, in any script. Unless you choose otherwise below, the missions (embassies and consulates) do not see it and this page does not show it.")
    String nameHint();

    @Message("E-mail")
    String email();

    @Message("To confirm that it is you. It never goes to a mission and is never shown.")
    String emailHint();

    @Message("Country you live in")
    String country();

    @Message("Choose…")
    String choose();

    @Message("Prefecture or state")
    String region();

    @Message("None")
    String noRegion();

    @Message("Town or city")
    String city();

    @Message("A few words of your own")
    String comment();

    @Message(
            "Up to {max} characters, printed beside your line only if you show your name or initials. Please leave out anything that could identify a refugee, a helper or a route.")
    String commentHint(String max);

    @Message("Why we ask")
    String why();

    @Message("Name and e-mail")
    String whyNameLabel();

    @Message(
            "So that each person is counted once. Both are stored sealed and erased 12 months after the campaign ends.")
    String whyName();

    @Message("Country")
    String whyCountryLabel();

    @Message("For the totals. Countries with fewer than five signers are shown only as “other”.")
    String whyCountry();

    @Message("Prefecture and town")
    String whyPlaceLabel();

    @Message("Used only if you choose to show your place.")
    String whyPlace();

    @Message("What may the missions see of you?")
    String disclosure();

    @Message(
            "The list of signers is printed and goes to {missions}. You decide what it says of you. Every choice counts as one full signature.")
    String disclosureHint(String missions);

    @Message("My name and place")
    String full();

    @Message("The strongest form, if nobody could be harmed by it.")
    String fullWhy();

    @Message("My initials and country")
    String initials();

    @Message("People who know you might guess.")
    String initialsWhy();

    @Message("My country only")
    String countryOnly();

    @Message("Our suggestion. One line among many.")
    String countryOnlyWhy();

    @Message("Count me, list nothing")
    String counted();

    @Message("You are in the total and nowhere else.")
    String countedWhy();

    @Message("no line is printed")
    String noLine();

    @Message("Your initials")
    String initialsField();

    @Message(
            "For a name in Chinese, Japanese or Korean writing, please give them here, for example “H. M.”. If this is empty, we take them from a name such as “Hana Mori”, and for any other name print only your country.")
    String initialsFieldHint();

    @Message("Family or friends in China or North Korea?")
    String careTitle();

    @Message(
            "These sheets are handed to Chinese authorities. Even a common name can be traced. If anyone close to you could be reached there, please choose “My country only” or “Count me, list nothing”.")
    String care();

    @Message(
            "These sheets are handed to a government and may be passed on. Even a common name can be traced. If anyone close to you could be reached there, please choose “My country only” or “Count me, list nothing”.")
    String careOther();

    @Message("What the missions will see of you")
    String seen();

    @Message("you")
    String you();

    @Message("Japan")
    String otherOne();

    @Message("Park Ji-ho, Republic of Korea")
    String otherTwo();

    @Message("T. A., Japan")
    String otherThree();

    @Message("Hana Mori")
    String sampleName();

    @Message("Sendai")
    String sampleCity();

    @Message("Japan")
    String sampleCountry();

    @Message("{name}, {place}, {country}")
    String linePlaced(String name, String place, String country);

    @Message("{name}, {country}")
    String lineShort(String name, String country);

    @Message("The names are examples.")
    String sampleNote();

    @Message("Total on the cover: {count}")
    String total(String count);

    @Message("You are the line in bold, and part of the total.")
    String seenListed();

    @Message("You are in the total, and in no line above.")
    String seenCounted();

    @Message("Never on the sheets: your e-mail, the hour you signed, where you signed from.")
    String seenNever();

    @Message("Two separate questions")
    String twoQuestions();

    @Message("Neither is needed to sign, and neither changes what the missions see.")
    String twoHint();

    @Message("Show my name on this public page")
    String publicName();

    @Message("Send me news of this campaign, a few times a year")
    String news();

    @Message("Sign the letter")
    String submit();

    @Message("We then send you an e-mail. You are counted once you have confirmed it.")
    String submitHint();

    @Message("What happens next")
    String next();

    @Message("You confirm by e-mail.")
    String nextConfirm();

    @Message("You receive a receipt, with which you can check that you were counted.")
    String nextReceipt();

    @Message("On {day} the list is closed.")
    String nextClose(String day);

    @Message("On {day} it is carried to the missions. How each received it is then told on this page.")
    String nextCarry(String day);

    @Message("Then it is carried to the missions. How each received it is told on this page.")
    String nextCarryLater();

    @Message("Until the list closes you can change what is shown, or withdraw.")
    String untilThen();

    @Message("Please leave this field empty")
    String trap();

    @Message("Back to the letter")
    String back();
}
