package org.demarche.privacy;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

/**
 * Seals files of any size as they are written. A sealed file begins with two bytes for the length of its key, and the key
 * as the {@link Vault} seals it; there follows the content in AES-256-GCM by segments (Tink's streaming AEAD), so that a
 * part that was altered, cut off or moved is never handed out.
 */
@ApplicationScoped
public class SealedFiles {

    private static final int KEY_BYTES = 32;

    /** How much is checked before any of it is handed out. */
    private static final int SEGMENT_BYTES = 64 * 1024;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Vault vault;

    SealedFiles(Vault vault) {
        this.vault = vault;
    }

    /**
     * A stream into which the content is written; closing it closes the one below.
     *
     * @param scope whose key, once destroyed, takes the file with it
     * @param context what the file is, such as {@code bundle:<id>/volume-01.pdf}; needed again to open it
     */
    public OutputStream sealing(OutputStream out, String scope, String context) throws IOException {
        var key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        var sealed = vault.seal(scope, key, context);
        var head = new DataOutputStream(out);
        head.writeShort(sealed.length);
        head.write(sealed);
        try {
            return cipher(key).newEncryptingStream(out, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    /**
     * The content of a sealed file; closing the stream closes the one below.
     *
     * @throws Locked where the key may not be opened here, was destroyed, or belongs to another file
     * @throws IOException also, while reading, where the content was altered
     */
    public InputStream opening(InputStream in, String context) throws IOException {
        var head = new DataInputStream(in);
        var sealed = new byte[head.readUnsignedShort()];
        head.readFully(sealed);
        try {
            return cipher(vault.open(sealed, context))
                    .newDecryptingStream(in, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IOException("a sealed file cannot be opened: " + context, e);
        }
    }

    private static AesGcmHkdfStreaming cipher(byte[] key) throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(key, "HmacSha256", KEY_BYTES, SEGMENT_BYTES, 0);
    }
}
