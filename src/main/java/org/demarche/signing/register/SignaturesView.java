package org.demarche.signing.register;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.demarche.common.page.DeskPage;
import org.demarche.common.page.Spoken;
import org.demarche.signing.Person;
import org.demarche.signing.Signature;
import org.demarche.signing.SignatureStatus;

/**
 * The signatures of a campaign at the desk.
 *
 * @param title of the campaign
 * @param asked what is looked for
 * @param total that match
 * @param number of this page, from 0
 * @param judges whether this person may hold, release and reject
 * @param collects whether this person may print paper sheets and type them in
 * @param byMailbox whether this person may look for an address
 * @param done what was done just now; null for nothing
 * @param problem why nothing was done; null for none
 */
public record SignaturesView(
        DeskPage page,
        String slug,
        String title,
        Asked asked,
        List<Row> rows,
        long total,
        int number,
        boolean judges,
        boolean byMailbox,
        boolean collects,
        Done done,
        String problem) {

    static final int SIZE = 50;

    /** As typed; empty for any. */
    public record Asked(String status, String country, String email, String name, String reason) {}

    /** @param name and {@code place}, {@code comment}: as opened; "erased" where the person is gone; {@code why} the guard holds it, or empty */
    public record Row(
            UUID id,
            String name,
            String place,
            String comment,
            String status,
            String why,
            String style,
            String choice,
            String origin,
            String signed,
            boolean ticked) {

        /** @param person null where they are erased */
        static Row of(Signature s, Person person, Spoken spoken, boolean ticked) {
            var place = person == null || person.city() == null || person.city().isBlank() ? "" : person.city() + ", ";
            return new Row(
                    s.id,
                    person == null ? "erased" : person.name(),
                    place + s.country,
                    person == null || person.comment() == null ? "" : person.comment(),
                    s.status.name().toLowerCase(Locale.ROOT),
                    s.status == SignatureStatus.HELD && s.heldFor != null ? s.heldFor.words() : "",
                    switch (s.status) {
                        case CONFIRMED -> "ok";
                        case PENDING, HELD -> "wait";
                        case REJECTED, WITHDRAWN -> "no";
                    },
                    s.disclosure.name().toLowerCase(Locale.ROOT),
                    s.origin.name().toLowerCase(Locale.ROOT),
                    spoken.day(s.createdAt) + ", " + spoken.time(s.createdAt),
                    ticked);
        }

        public String number() {
            return id.toString().substring(0, 8);
        }
    }

    /** @param before what can be taken back, as {@code id:STATUS} */
    public record Done(String words, List<String> before) {}

    public List<SignatureStatus> statuses() {
        return List.of(SignatureStatus.values());
    }

    public boolean chosen(SignatureStatus status) {
        return status.name().equals(asked.status());
    }

    public boolean hasOlder() {
        return (number + 1L) * SIZE < total;
    }

    /** Never the address: it would stand in the history of the browser. */
    public String link(int page) {
        return "/desk/signatures/" + slug + "?page=" + page + "&status=" + encoded(asked.status()) + "&country="
                + encoded(asked.country());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
