package org.demarche.pdf.script;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Optional;

/** A family as the style sheets name it: the face that leads, those that help out, in order, and the base direction. */
record Typeface(Face primary, List<Face> helpers, boolean rightToLeft) {

    /** The first face that has all of the text, which must be one grapheme or a word of one script. */
    Optional<Face> faceFor(String text) {
        boolean emoji = Scripts.isEmoji(text);
        if (!emoji && primary.covers(text)) return Optional.of(primary);
        if (emoji && Faces.EMOJI.covers(text)) return Optional.of(Faces.EMOJI);
        UnicodeScript script = Scripts.of(text);
        return helpers.stream()
                .filter(f -> f.isFor(script))
                .filter(f -> f.covers(text))
                .findFirst()
                .or(() -> primary.covers(text) ? Optional.of(primary) : Optional.empty());
    }
}
