package org.demarche.signing.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.demarche.common.page.Tally;

/** What the page of a letter says beside the letter itself. Other languages: {@code messages/campaign_*.properties}. */
@MessageBundle("campaign")
public interface CampaignMessages {

    @Message("Petition for {occasion}, {day}")
    String kicker(String occasion, String day);

    @Message("Petition")
    String kickerPlain();

    @Message("Sign the letter")
    String sign();

    @Message("You choose what its readers see of you: your name only if you wish.")
    String seenOnly();

    @Message("Write one in your own words")
    String write();

    @Message("Signatures so far")
    String countLabel();

    @Message("people have signed")
    String signed();

    @Message("person has signed")
    String oneSigned();

    @Message("The first signature could be yours.")
    String first();

    @Message("The second signature could be yours.")
    String second();

    @Message("{count} of {goal} signatures")
    String progress(Tally count, String goal);

    @Message("Goal: {goal} by {day}.")
    String goalBy(String goal, String day);

    @Message("The goal of {goal} has been passed. Every further signature counts the same.")
    String goalPassed(String goal);

    @Message("Confirmed signatures only, each counted once. As of {asOf}.")
    String confirmedOnly(String asOf);

    @Message("The count is not shown just now. Signatures are counted as ever.")
    String countHidden();

    @Message("How to check this number")
    String howToCheck();

    @Message("The letter")
    String letter();

    @Message("About the letter")
    String about();

    @Message(
            "{#if count.n == 1}and one person who signed, named here only as they chose to be.{#else}and {count} people in {#if countries.n == 1}one country{#else}{countries} countries{/if}, each named here only as they chose to be.{/if}")
    String andOthers(Tally count, Tally countries);

    @Message("Goes to")
    String goesTo();

    @Message("the Embassy of {country} in {city}")
    String embassy(String country, String city);

    @Message("the consulates-general of {country} in {cities}")
    String consulates(String country, String cities);

    @Message("{first} and {second}")
    String both(String first, String second);

    @Message("Opens")
    String opens();

    @Message("Closes")
    String closes();

    @Message("Carried there")
    String carried();

    @Message("This text")
    String thisText();

    @Message("version {version}, {name}")
    String version(int version, String name);

    @Message("Also in")
    String alsoIn();

    @Message("Where the facts come from")
    String sources();

    @Message("Signers so far")
    String byCountry();

    @Message("Other")
    String otherCountries();

    @Message("Named here because they wished it")
    String publicNames();

    @Message("Signing opens on {opens}")
    String soonTitle(String opens);

    @Message("You can read the letter now, in peace. Please come back then to sign it.")
    String soon();

    @Message("{#if days.n == 1}That is tomorrow.{#else}That is in {days} days.{/if}")
    String soonIn(Tally days);

    @Message("What has happened")
    String happened();

    @Message("The list was closed on {closed}")
    String closedTitle(String closed);

    @Message(
            "This letter can no longer be signed. If you signed it, the link in your e-mail still leads to your receipt.")
    String closed();

    @Message("What was delivered, and how it was received")
    String closedRecord();

    @Message("It will be carried to the missions on {day}. Then we tell you here how each received it.")
    String closedUntil(String day);

    @Message("See the other letters")
    String otherLetters();
}
