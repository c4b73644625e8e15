package org.demarche.signing.letters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.demarche.pdf.PenStrokes;
import org.demarche.signing.Disclosure;
import org.demarche.signing.Person;

/**
 * What an own letter holds of its writer: sealed in the database, never logged.
 *
 * @param writer as named in this letter, without a mailbox
 * @param paragraph plain text, or empty
 * @param drawn the signature they drew, as path data; null for none
 */
public record OwnWords(Person writer, String paragraph, String drawn) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static OwnWords of(Person person, String paragraph, Optional<PenStrokes> drawn) {
        return new OwnWords(
                new Person(person.name(), null, person.region(), person.city(), null, person.initials()),
                paragraph,
                drawn.map(PenStrokes::path).orElse(null));
    }

    String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static OwnWords fromJson(String json) {
        try {
            return JSON.readValue(json, OwnWords.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a sealed letter cannot be read", e);
        }
    }

    OwnWords withInitials(String initials) {
        return new OwnWords(writer.withInitials(initials), paragraph, drawn);
    }

    /** What may stand above the name: nothing where the name itself is not shown. */
    Optional<PenStrokes> drawn(Disclosure disclosure) {
        return disclosure == Disclosure.FULL ? PenStrokes.of(drawn) : Optional.empty();
    }

    /** Never the words: this must not reach a log. */
    @Override
    public String toString() {
        return "OwnWords[…]";
    }
}
