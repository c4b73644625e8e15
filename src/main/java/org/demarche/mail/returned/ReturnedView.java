package org.demarche.mail.returned;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.demarche.common.page.DeskPage;
import org.demarche.mail.wire.ReadableMail;

/**
 * What came back.
 *
 * @param reads whether a bounce mailbox is set
 * @param all whether those that need nobody are shown too
 * @param waiting how many wait for a person
 */
public record ReturnedView(DeskPage page, boolean reads, boolean all, long waiting, List<Row> rows, boolean more) {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /**
     * @param mail the mail of ours it is about; null for none
     * @param readable whether this reader may read it and something is left to read
     */
    public record Row(
            UUID id,
            Instant receivedAt,
            ReturnedKind kind,
            String status,
            UUID mail,
            String campaign,
            String handledBy,
            boolean readable) {

        public String when() {
            return WHEN.format(receivedAt);
        }

        public boolean waits() {
            return kind.needsPerson() && handledBy == null;
        }
    }

    /**
     * One of them.
     *
     * @param content null where it cannot be taken apart; the file itself may be had
     */
    public record One(DeskPage page, Row row, ReadableMail content) {

        /** The text, or the words of the HTML where there is no text. */
        public String text() {
            if (content.text() != null) {
                return content.text();
            }
            return content.html() == null
                    ? ""
                    : content.html().replaceAll("(?s)<(style|script)\\b.*?</\\1>|<[^>]*>", " ");
        }

        /** What a reader asks first. */
        public List<ReadableMail.Header> headers() {
            var first = List.of("From", "To", "Date", "Subject");
            return content.headers().stream()
                    .filter(header -> first.contains(header.name()))
                    .toList();
        }
    }
}
