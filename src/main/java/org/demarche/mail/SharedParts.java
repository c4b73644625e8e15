package org.demarche.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** Cuts the files out of a mail's bytes, stores each once for all mails that carry it, and puts them back. */
@ApplicationScoped
class SharedParts {

    /** Smaller ones are not worth a row. */
    private static final int LEAST = 4 * 1024;

    /** As mail has it (RFC 2045 section 6.8). */
    private static final Base64.Encoder MIME = Base64.getMimeEncoder(76, "\r\n".getBytes(StandardCharsets.US_ASCII));

    private final MailVault vault;

    SharedParts(MailVault vault) {
        this.vault = vault;
    }

    /** @param file that stood at this byte of what is left */
    record Cut(int place, byte[] file) {}

    /** @param rest the mail's bytes without its files */
    record Split(byte[] rest, List<Cut> cuts) {}

    Split split(byte[] mail, List<Attachment> attachments) {
        var rest = new ByteArrayOutputStream(mail.length);
        List<Cut> cuts = new ArrayList<>();
        int from = 0;
        for (var attachment : attachments) {
            var encoded = MIME.encode(attachment.bytes());
            int at = attachment.bytes().length < LEAST ? -1 : indexOf(mail, encoded, from);
            if (at >= 0) {
                rest.write(mail, from, at - from);
                cuts.add(new Cut(rest.size(), attachment.bytes()));
                from = at + encoded.length;
            }
        }
        rest.write(mail, from, mail.length - from);
        return new Split(rest.toByteArray(), cuts);
    }

    void keep(Mail mail, List<Cut> cuts) {
        for (var cut : cuts) {
            var id = vault.partId(mail.scope, cut.file());
            if (MailPart.count("id", id) == 0) {
                MailPart.keep(id, mail.scope, vault.sealPart(mail.scope, id, cut.file()));
            }
            MailPartUse.keep(mail.id, cut.place(), id);
        }
    }

    byte[] join(UUID mail, byte[] rest) {
        var whole = new ByteArrayOutputStream(rest.length * 2);
        int from = 0;
        for (var use : MailPartUse.of(mail)) {
            whole.write(rest, from, use.place - from);
            MailPart part = MailPart.findById(use.part);
            whole.writeBytes(MIME.encode(vault.part(part.id, part.sealed)));
            from = use.place;
        }
        whole.write(rest, from, rest.length - from);
        return whole.toByteArray();
    }

    /** Destroys what no other mail carries. */
    static void erase(UUID mail) {
        var parts =
                MailPartUse.of(mail).stream().map(use -> use.part).distinct().toList();
        MailPartUse.delete("mail", mail);
        MailPart.deleteUnused(parts);
    }

    private static int indexOf(byte[] whole, byte[] piece, int from) {
        for (int at = from; at <= whole.length - piece.length; at++) {
            if (java.util.Arrays.equals(whole, at, at + piece.length, piece, 0, piece.length)) {
                return at;
            }
        }
        return -1;
    }
}
