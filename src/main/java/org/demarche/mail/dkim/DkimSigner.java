package org.demarche.mail.dkim;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Puts a DKIM-Signature before a finished mail: rsa-sha256, relaxed/relaxed. */
public final class DkimSigner {

    /** RFC 6376 section 5.4.1, and what makes an unsubscribing one-click (RFC 8058 section 4). */
    private static final List<String> SIGNED = List.of(
            "from",
            "to",
            "reply-to",
            "subject",
            "date",
            "message-id",
            "mime-version",
            "content-type",
            "content-transfer-encoding",
            "auto-submitted",
            "list-unsubscribe",
            "list-unsubscribe-post");

    /** Signed once more than they are there, so that nobody can add a second one. */
    private static final List<String> SEALED =
            List.of("from", "to", "reply-to", "subject", "date", "list-unsubscribe", "list-unsubscribe-post");

    private static final int LINE = 70;

    private final String domain;
    private final String selector;
    private final DkimKey key;

    /**
     * @param domain of the address in {@code From}, in ASCII form
     * @param selector where the public key stands: {@code selector._domainkey.domain}
     */
    public DkimSigner(String domain, String selector, DkimKey key) {
        this.domain = domain;
        this.selector = selector;
        this.key = key;
    }

    /** The same mail behind its signature. */
    public byte[] sign(byte[] message, Instant now) {
        try {
            int end = endOfHeader(message);
            var fields = fields(new String(message, 0, end, StandardCharsets.ISO_8859_1));
            var bodyHash = MessageDigest.getInstance("SHA-256").digest(Relaxed.body(message, end + 4));
            List<String> names = new ArrayList<>();
            var signed = new StringBuilder();
            collect(fields, names, signed);
            var unsigned = "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=" + domain + ";\r\n\ts=" + selector
                    + "; t=" + now.getEpochSecond() + ";\r\n\th=" + String.join(":\r\n\t ", names) + ";\r\n\tbh="
                    + Base64.getEncoder().encodeToString(bodyHash) + ";\r\n\tb=";
            var signer = Signature.getInstance("SHA256withRSA");
            signer.initSign(key.secret());
            signer.update((signed + Relaxed.header(unsigned)).getBytes(StandardCharsets.ISO_8859_1));
            var head = (unsigned + folded(Base64.getEncoder().encodeToString(signer.sign())) + "\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
            var whole = new byte[head.length + message.length];
            System.arraycopy(head, 0, whole, 0, head.length);
            System.arraycopy(message, 0, whole, head.length, message.length);
            return whole;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a mail cannot be signed", e);
        }
    }

    /** RFC 6376 section 5.4.2: from the bottom up where a field is there twice. */
    private static void collect(List<String> fields, List<String> names, StringBuilder signed) {
        for (var name : SIGNED) {
            for (var field : fields.reversed()) {
                if (field.substring(0, field.indexOf(':'))
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .equals(name)) {
                    names.add(name);
                    signed.append(Relaxed.header(field)).append("\r\n");
                }
            }
            if (SEALED.contains(name)) {
                names.add(name);
            }
        }
    }

    private static List<String> fields(String header) {
        List<String> fields = new ArrayList<>();
        for (var field : header.split("\r\n(?![ \t])")) {
            if (field.indexOf(':') > 0) {
                fields.add(field);
            }
        }
        return fields;
    }

    private static int endOfHeader(byte[] message) {
        for (int i = 0; i + 3 < message.length; i++) {
            if (message[i] == '\r' && message[i + 1] == '\n' && message[i + 2] == '\r' && message[i + 3] == '\n') {
                return i;
            }
        }
        throw new IllegalStateException("a mail without an end of its header");
    }

    private static String folded(String base64) {
        return base64.replaceAll("(.{" + LINE + "})(?=.)", "$1\r\n\t ");
    }
}
