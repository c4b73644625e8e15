package org.demarche.mail.dkim;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The relaxed canonical forms, which survive what mail servers do to blanks: RFC 6376 sections 3.4.2 and 3.4.4. */
final class Relaxed {

    private Relaxed() {}

    /** One header field, folded or not, without its last line break. */
    static String header(String field) {
        int colon = field.indexOf(':');
        var name = field.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        var value = field.substring(colon + 1)
                .replaceAll("\r\n", "")
                .replaceAll("[ \t]+", " ")
                .strip();
        return name + ":" + value;
    }

    /** A body of lines that end in CR LF. */
    static byte[] body(byte[] message, int from) {
        var out = new ByteArrayOutputStream(message.length - from + 2);
        int empty = 0;
        for (int start = from; start < message.length; ) {
            int end = start;
            while (end < message.length && message[end] != '\n') {
                end++;
            }
            int text = end > start && message[end - 1] == '\r' ? end - 1 : end;
            while (text > start && isBlank(message[text - 1])) {
                text--;
            }
            if (text == start) {
                empty++;
            } else {
                for (; empty > 0; empty--) {
                    lineBreak(out);
                }
                line(out, message, start, text);
                lineBreak(out);
            }
            start = end + 1;
        }
        return out.toByteArray();
    }

    private static void line(ByteArrayOutputStream out, byte[] message, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isBlank(message[i])) {
                out.write(message[i]);
            } else if (i == from || !isBlank(message[i - 1])) {
                out.write(' ');
            }
        }
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    private static void lineBreak(ByteArrayOutputStream out) {
        out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
}
