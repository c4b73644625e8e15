package org.demarche.signing;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.demarche.common.page.Tally;

/** What is wrong with a form, as a sentence on how to put it right. Other languages: {@code messages/problem_*.properties}. */
@MessageBundle("problem")
public interface SignProblems {

    @Message(
            "Not signed yet{#if count.n == 1}: one thing to put right{#else if count.n > 1}: {count}\u00A0things to put right{/if}")
    String notSigned(Tally count);

    @Message(
            "Not sent yet{#if count.n == 1}: one thing to put right{#else if count.n > 1}: {count}\u00A0things to put right{/if}")
    String notSent(Tally count);

    @Message(
            "Nothing was changed{#if count.n == 1}: one thing to put right{#else if count.n > 1}: {count}\u00A0things to put right{/if}")
    String notChanged(Tally count);

    @Message(
            "{#if count.n == 0}Not stored{#else if count.n == 1}One thing to put right{#else}{count}\u00A0things to put right{/if}: {title}")
    String title(Tally count, String title);

    @Message("Nothing you wrote was lost, and nothing was stored.")
    String kept();

    @Message("Write your name. Each person is counted once, and the name helps us keep it so.")
    String nameRequired();

    @Message("Your name is too long for one line. Up to {max} characters fit.")
    String nameTooLong(int max);

    @Message("Your name holds a sign that cannot be printed, or a line break. Please type it again.")
    String nameControls();

    @Message("Write your e-mail address. Without it you cannot confirm that it is you.")
    String emailRequired();

    @Message("This e-mail address is not complete. It should look like name@example.org.")
    String emailInvalid();

    @Message("There is a space in this e-mail address, or a sign that cannot be seen. Please take it out.")
    String emailBlank();

    @Message("An e-mail address has one @ in it. It should look like name@example.org.")
    String emailAt();

    @Message(
            "What stands before the @ cannot be part of an e-mail address: a dot at its beginning or end, two dots in a row, or a sign such as a comma.")
    String emailName();

    @Message("What stands after the @ is no domain. It should look like example.org.")
    String emailDomain();

    @Message("This e-mail address is too long. Up to 64 letters stand before the @, 254 in all.")
    String emailTooLong();

    @Message("Choose a country. It decides which total you are counted in.")
    String countryRequired();

    @Message("This country is not in our list. Please choose one from the list.")
    String countryUnknown();

    @Message("This prefecture or state does not belong to {country}. Choose another, or none.")
    String regionUnknown(String country);

    @Message("The name of the town is too long. Up to {max} characters fit.")
    String cityTooLong(int max);

    @Message("The name of the town holds a sign that cannot be printed. Please type it again.")
    String cityControls();

    @Message(
            "Your words are {#if over.n == 1}one character{#else}{over} characters{/if} too long. Up to {max} fit on the sheet.")
    String commentTooLong(String max, Tally over);

    @Message("Your words hold a sign that cannot be printed. Please type them again.")
    String commentControls();

    @Message("Your initials are too long. Up to {max} characters fit, for example “H. M.”.")
    String initialsTooLong(int max);

    @Message("Choose what the missions may see of you.")
    String disclosureUnknown();

    @Message(
            "A letter of your own needs a line to stand under. Please choose your name, your initials or your country. To be counted without a line, sign the petition instead.")
    String countedNeedsLine();

    @Message(
            "Your paragraph is {#if over.n == 1}one character{#else}{over} characters{/if} too long. Up to {max} fit in the letter.")
    String paragraphTooLong(String max, Tally over);

    @Message("Your paragraph holds a sign that cannot be printed. Please type it again.")
    String paragraphControls();

    @Message("The signature you drew could not be read. Draw it again, or leave the field empty.")
    String drawnUnknown();

    @Message("Choose how your letter travels.")
    String channelUnknown();

    @Message(
            "We could not find the mission for where you live. Choose your country and prefecture, then find the mission again.")
    String missionUnknown();

    @Message("Tick the box if you are sure. Until then nothing is erased.")
    String sureNeeded();

    @Message("This letter cannot be signed yet. It opens on {opens}.")
    String notYet(String opens);

    @Message("This letter can no longer be signed. The list was closed on {closed}.")
    String closed(String closed);

    @Message("We cannot store your signature just now. Please try again in a few minutes.")
    String storageDown();

    @Message("We cannot store your e-mail address just now. Please try again in a few minutes.")
    String reminderDown();

    @Message("We cannot take your letter just now. Please try again in a few minutes.")
    String letterDown();

    @Message(
            "No signatures are taken for the moment, because somebody is misusing the form. Nothing is lost; please come back later today.")
    String paused();

    @Message("A name has no link or address in it. Please write your name alone.")
    String nameLink();

    @Message("Your name mixes alphabets whose letters look alike. Please type it again in one of them.")
    String nameLookalike();

    @Message("Please leave out links and addresses. Others could be led astray by them.")
    String commentLink();
}
