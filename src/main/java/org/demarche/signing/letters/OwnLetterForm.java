package org.demarche.signing.letters;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.demarche.common.Text;
import org.demarche.pdf.PenStrokes;
import org.demarche.signing.Disclosure;
import org.demarche.signing.SignForm;

/** An own letter as it is typed: a signature, and what stands in the letter beside it, in one form. */
public record OwnLetterForm(
        @JsonUnwrapped SignForm signature, String mission, String paragraph, String channel, String drawn) {

    public static final int PARAGRAPH_MAX = 1_500;

    /** The form as a browser posts it; a field that is absent is null. */
    public static OwnLetterForm of(MultivaluedMap<String, String> posted) {
        return new OwnLetterForm(
                SignForm.of(posted),
                posted.getFirst("mission"),
                posted.getFirst("paragraph"),
                posted.getFirst("channel"),
                posted.getFirst("drawn"));
    }

    /** The own words, fit to print; empty for none. */
    public String words() {
        return Text.paragraphs(paragraph);
    }

    /** Whether something was drawn that is no signature. */
    boolean isDrawnWrong() {
        return drawn != null && !drawn.isBlank() && PenStrokes.of(drawn).isEmpty();
    }

    /** What was drawn with the pen, where the letter shows a name at all. */
    public Optional<PenStrokes> drawn(Disclosure shown) {
        return shown == Disclosure.FULL ? PenStrokes.of(drawn) : Optional.empty();
    }

    /** Never what was typed: this must not reach a log. */
    @Override
    public String toString() {
        return "OwnLetterForm[…]";
    }
}
