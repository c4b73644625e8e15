package org.demarche.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.demarche.common.page.DeskPage;
import org.demarche.mail.wire.ReadableMail;

/**
 * One mail to be read.
 *
 * @param open whether the reader is here without sign-in
 * @param content null where this reader may not read it, or nothing is left to read
 */
public record MailPageView(DeskPage page, boolean open, MailView mail, ReadableMail content) {

    /** A piece of the text: a link where {@code href} is not null. */
    public record Piece(String text, String href) {}

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)\\]']");

    /** The text part, cut where links begin and end. */
    public List<Piece> text() {
        var pieces = new ArrayList<Piece>();
        var text = content.text() == null ? "" : content.text();
        var links = LINK.matcher(text);
        var end = 0;
        while (links.find()) {
            pieces.add(new Piece(text.substring(end, links.start()), null));
            pieces.add(new Piece(links.group(), links.group()));
            end = links.end();
        }
        pieces.add(new Piece(text.substring(end), null));
        return pieces;
    }

    public String state() {
        return MailboxView.words(mail.state());
    }

    public String purpose() {
        return MailboxView.words(mail.purpose());
    }

    public String queuedAt() {
        return MailboxView.moment(mail.queuedAt());
    }

    public boolean mayRetry() {
        return switch (mail.state()) {
            case HELD, UNKNOWN, SOFT_BOUNCED, HARD_BOUNCED, SUPPRESSED -> !open;
            case QUEUED, SENDING, ACCEPTED, CANCELLED -> false;
        };
    }

    public boolean mayCancel() {
        return !open && (mail.state() == MailState.QUEUED || mail.state() == MailState.HELD);
    }
}
