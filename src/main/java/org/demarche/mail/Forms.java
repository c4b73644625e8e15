package org.demarche.mail;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The form letters of the house, and how the blanks of a mail are written down. */
@ApplicationScoped
class Forms {

    /** A campaign has a few a language; what is forgotten is kept again at no harm. */
    private static final int KNOWN_MAX = 1_000;

    private final Map<FormLetter, UUID> kept = new ConcurrentHashMap<>();
    private final Map<UUID, FormLetter> found = new ConcurrentHashMap<>();

    /** Keeps the words before the first mail names them, in a transaction of their own; gives their id. */
    UUID keep(FormLetter form) {
        var known = kept.get(form);
        if (known != null) {
            return known;
        }
        if (kept.size() >= KNOWN_MAX) {
            kept.clear();
        }
        // One at a time and only what is missing: the dialect of H2 ignores "on conflict".
        return kept.computeIfAbsent(form, words -> {
            var id = words.id();
            QuarkusTransaction.requiringNew().run(() -> {
                if (MailForm.findById(id) == null) {
                    MailForm.keep(id, words);
                }
            });
            return id;
        });
    }

    FormLetter find(UUID id) {
        if (found.size() >= KNOWN_MAX) {
            found.clear();
        }
        return found.computeIfAbsent(id, missing -> {
            MailForm form = QuarkusTransaction.joiningExisting().call(() -> MailForm.findById(missing));
            if (form == null) {
                throw new IllegalStateException("form letter " + missing + " is missing");
            }
            return form.letter();
        });
    }

    static byte[] written(Map<String, String> blanks) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            for (var blank : blanks.entrySet()) {
                write(out, blank.getKey());
                write(out, blank.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static Map<String, String> read(byte[] written) {
        var blanks = new HashMap<String, String>();
        try (var in = new DataInputStream(new ByteArrayInputStream(written))) {
            while (in.available() > 0) {
                blanks.put(readOne(in), readOne(in));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return blanks;
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readOne(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
