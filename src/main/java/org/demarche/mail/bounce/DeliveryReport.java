package org.demarche.mail.bounce;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.demarche.mail.bounce.Incoming.Kind;

/** A report as RFC 3464 wants it: one group of fields about the message, then one for each recipient. */
final class DeliveryReport {

    private DeliveryReport() {}

    /** Null where there is none. */
    static Incoming in(Parts parts) {
        for (var status : parts.statuses()) {
            var groups = groups(status);
            var recipients =
                    groups.stream().filter(g -> g.containsKey("action")).toList();
            if (!recipients.isEmpty()) {
                return report(groups, recipients, parts);
            }
        }
        return null;
    }

    private static Incoming report(
            List<Map<String, String>> groups, List<Map<String, String>> recipients, Parts parts) {
        var marks = groups.stream()
                .map(g -> g.get("original-envelope-id"))
                .filter(Objects::nonNull)
                .toList();
        // One recipient a mail: where a report is about several, some list unfolded ours, and the worst counts.
        var told = recipients.stream()
                .filter(g -> kind(g) == Kind.FAILED)
                .findFirst()
                .orElse(recipients.getFirst());
        var words = told.getOrDefault("diagnostic-code", told.getOrDefault("status", ""));
        return new Incoming(
                kind(told),
                StatusWords.best(told.getOrDefault("status", ""), words, parts.text()),
                withoutType(words),
                addresses(told),
                marks);
    }

    private static Kind kind(Map<String, String> recipient) {
        return switch (recipient.get("action").toLowerCase(Locale.ROOT).split("[^a-z]", 2)[0]) {
            case "failed" -> Kind.FAILED;
            case "delayed" -> Kind.DELAYED;
            // Some call everything "delivered" or leave the word to the status.
            default -> recipient.getOrDefault("status", "2").startsWith("5") ? Kind.FAILED : Kind.ARRIVED;
        };
    }

    private static List<String> addresses(Map<String, String> recipient) {
        List<String> found = new ArrayList<>();
        for (var field : List.of("original-recipient", "final-recipient")) {
            var value = recipient.get(field);
            if (value != null) {
                found.add(withoutType(value).replaceAll("[<>\\s]", ""));
            }
        }
        return found;
    }

    /** {@code rfc822; kim@example.org} and {@code smtp; 550 …} name the type first. */
    private static String withoutType(String value) {
        int semicolon = value.indexOf(';');
        return (semicolon >= 0 && semicolon < 16 ? value.substring(semicolon + 1) : value).strip();
    }

    private static List<Map<String, String>> groups(String status) {
        List<Map<String, String>> groups = new ArrayList<>();
        for (var block : status.replaceAll("\\R", "\n").split("\n[ \t]*\n")) {
            Map<String, String> fields = new HashMap<>();
            for (var line : block.replaceAll("\n[ \t]+", " ").split("\n")) {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    fields.putIfAbsent(
                            line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                            line.substring(colon + 1).strip());
                }
            }
            if (!fields.isEmpty()) {
                groups.add(fields);
            }
        }
        return groups;
    }
}
