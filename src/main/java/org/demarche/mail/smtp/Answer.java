package org.demarche.mail.smtp;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** A relay's words, fit to be stored and shown: one line, without addresses. */
public final class Answer {

    /** As long as the column it is stored in. */
    private static final int MAX_LENGTH = 500;

    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"',;:()\\[\\]]+@[^\\s<>\"',;()]+");
    private static final Pattern BLANKS = Pattern.compile("[\\p{Cc}\\s]+");
    private static final Pattern STATUS = Pattern.compile("^\\d{3}[ -]([245]\\.\\d{1,3}\\.\\d{1,3})\\b");
    private static final Pattern WAIT =
            Pattern.compile("(?i)\\b(?:in|after|for|wait)\\s+(\\d{1,5})\\s*(s|m|h)(?:ec|in|ou?r?|econd|inute)?s?\\b");

    private Answer() {}

    /** One line of at most 500 characters, addresses masked. */
    public static String clean(String words) {
        var line = ADDRESS.matcher(words == null ? "" : words).replaceAll("(address)");
        line = BLANKS.matcher(line).replaceAll(" ").strip();
        return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH - 1) + "…";
    }

    /** The enhanced status code at the beginning of a reply (RFC 2034). */
    static Optional<String> status(String reply) {
        var matcher = STATUS.matcher(reply == null ? "" : reply);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The wait a reply names, as in "try again in 300 seconds"; null where it names none. */
    static Duration wait(String reply) {
        var matcher = WAIT.matcher(reply == null ? "" : reply);
        if (!matcher.find()) {
            return null;
        }
        var number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2).toLowerCase(java.util.Locale.ROOT)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }
}
