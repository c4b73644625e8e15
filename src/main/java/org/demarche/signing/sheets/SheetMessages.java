package org.demarche.signing.sheets;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What stands on a blank sheet, read by whoever signs on it. Other languages: {@code messages/blank_*.properties}. */
@MessageBundle("blank")
public interface SheetMessages {

    @Message("Sheet {serial}")
    String sheet(String serial);

    @Message("I sign the letter “{title}”. It goes to {missions}.")
    String sign(String title, String missions);

    @Message("Name")
    String name();

    @Message("Town and country")
    String place();

    @Message("May be shown")
    String shown();

    @Message("Signature")
    String signature();

    @Message(
            "May be shown to the missions: F my name and place, I my initials and country, C my country only, N nothing, count me only. If nothing is marked, C.")
    String choices();

    @Message(
            "This sheet stays with us. Two of us type it in, the missions see what was marked, and it is destroyed with the campaign’s data twelve months after the campaign ends. Family or friends who could be reached in China or North Korea: please mark C or N.")
    String care();
}
