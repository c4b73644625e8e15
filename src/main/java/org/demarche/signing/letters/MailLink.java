package org.demarche.signing.letters;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.demarche.common.EmailAddress;
import org.demarche.common.Text;
import org.demarche.letter.RenderedLetter;

/** The address that opens a letter in its writer's own mail program: RFC 6068. */
final class MailLink {

    /** Some mail programs drop what a link holds beyond two thousand characters. */
    static final int BODY_MAX = 1_800;

    private static final String BETWEEN = "\n\n";

    private MailLink() {}

    /** @param to empty where the writer has to look the address up */
    static String of(Optional<EmailAddress> to, String subject, String body) {
        return "mailto:"
                + to.map(address -> encoded(address.value()).replace("%40", "@"))
                        .orElse("") + "?subject=" + encoded(subject) + "&body=" + encoded(body.replace("\n", "\r\n"));
    }

    /**
     * The letter as the body of a mail. A long one keeps its beginning, the writer's own words and the line under
     * them; the note stands where the rest was.
     *
     * @param words the own words; empty for none
     * @param line under which the letter stands
     */
    static String body(RenderedLetter letter, String words, String line, String note) {
        var whole = letter.text().strip();
        if (Text.length(whole) <= BODY_MAX) {
            return whole;
        }
        var end = words.isEmpty() ? List.of(note, line) : List.of(note, words, line);
        int room = BODY_MAX - Text.length(String.join(BETWEEN, end));
        List<String> kept = new ArrayList<>();
        for (var paragraph : Arrays.asList(whole.split("\n{2,}"))) {
            room -= Text.length(paragraph) + BETWEEN.length();
            if (room < 0) {
                break;
            }
            kept.add(paragraph);
        }
        kept.addAll(end);
        return String.join(BETWEEN, kept);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
