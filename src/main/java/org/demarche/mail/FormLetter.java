package org.demarche.mail;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail's words with blanks, written once for many mails. Where the words are made, a blank is passed for the value:
 * {@code FormLetter.blank("link")}.
 *
 * @param html the same words as the text, or null
 */
public record FormLetter(String subject, String text, String html) {

    /** The blank that is also the header of one click (RFC 8058). */
    public static final String UNSUBSCRIBE = "unsubscribe";

    /** Private use characters, which nobody types and no template escapes. */
    private static final char OPEN = '\uE0F0';

    private static final char CLOSE = '\uE0F1';
    private static final Pattern BLANK = Pattern.compile(OPEN + "([a-z]+)" + CLOSE);

    /** Stands in the words for what is filled in later. */
    public static String blank(String name) {
        return OPEN + name + CLOSE;
    }

    /** The same words have the same id. */
    UUID id() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var words : new String[] {subject, text, html}) {
                digest.update(String.valueOf(words).getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            var bytes = ByteBuffer.wrap(digest.digest());
            // Version 8 of RFC 9562: bits of our own making.
            return new UUID(
                    bytes.getLong() & ~0xF000L | 0x8000L,
                    bytes.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String subject(Map<String, String> blanks) {
        return fill(subject, blanks, UnaryOperator.identity());
    }

    /** The words of one mail; a value is text, in HTML too. */
    FormLetter filled(Map<String, String> blanks) {
        return new FormLetter(
                subject(blanks),
                fill(text, blanks, UnaryOperator.identity()),
                html == null ? null : fill(html, blanks, FormLetter::escaped));
    }

    private static String fill(String words, Map<String, String> blanks, UnaryOperator<String> as) {
        return BLANK.matcher(words).replaceAll(found -> {
            var value = blanks.get(found.group(1));
            if (value == null) {
                throw new IllegalStateException("nothing fills the blank " + found.group(1));
            }
            return Matcher.quoteReplacement(as.apply(value));
        });
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
