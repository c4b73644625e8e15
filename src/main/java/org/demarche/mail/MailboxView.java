package org.demarche.mail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.demarche.common.page.DeskPage;

/**
 * The list of mails.
 *
 * @param open whether the reader is here without sign-in
 * @param leaves whether a relay is set
 * @param standing how many are not over yet
 * @param cameBack how many came back and wait for a person
 * @param purpose that is shown alone; null for all
 * @param state that is shown alone; null for all
 */
public record MailboxView(
        DeskPage page,
        boolean open,
        boolean leaves,
        MailDesk.Standing standing,
        long cameBack,
        Purpose purpose,
        MailState state,
        List<MailView> mails,
        long total,
        int number,
        boolean hasOlder) {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    public List<Purpose> purposes() {
        return List.of(Purpose.values());
    }

    public String said(Purpose purpose) {
        return words(purpose);
    }

    public String said(MailState state) {
        return words(state);
    }

    public String when(Instant at) {
        return WHEN.format(at);
    }

    /** Kept in links to older and newer pages. */
    public String filter() {
        return (purpose == null ? "" : "&purpose=" + purpose) + (state == null ? "" : "&state=" + state);
    }

    static String words(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String moment(Instant at) {
        return WHEN.format(at);
    }
}
