package org.demarche.pdf;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.operator.OperatorCreationException;
import org.jboss.logging.Logger;
import org.openpdf.text.DocumentException;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.PdfSignature;
import org.openpdf.text.pdf.PdfSignatureAppearance;
import org.openpdf.text.pdf.PdfStamper;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.RandomAccessFileOrArray;

/**
 * Puts the organisation's seal on a finished PDF, so that any change to it can be seen: PAdES baseline B-B (ETSI EN 319
 * 142-1), or B-T with the stamp of a time authority. Used by one thread.
 */
public final class Seal {
    /** What a signature takes beside its certificates: 0.5 kB with P-256, less than 2 kB with the longest RSA key. */
    private static final int SIGNATURE_BYTES = 2_500;

    /** The token of an authority with its certificates. */
    private static final int TOKEN_BYTES = 16_000;

    private static final Logger LOG = Logger.getLogger(Seal.class);

    /** A reader that is given a place to read from, and not the bytes, reads no more of a large file than it needs. */
    private static final byte[] NO_PASSWORD = null;

    private static final int COPY_BYTES = 64 * 1024;

    /** Whether an authority vouched for the time. */
    public enum Stamp {
        NOT_ASKED,
        GIVEN,
        /** It was asked and gave none. */
        MISSING
    }

    private final SealKey key;
    private final TimeAuthority authority;
    private Stamp stamp = Stamp.NOT_ASKED;

    public Seal(SealKey key) {
        this(key, null);
    }

    /** @param authority asked for a stamp on each seal; null for none */
    public Seal(SealKey key, TimeAuthority authority) {
        this.key = key;
        this.authority = authority;
    }

    /** What became of the stamp on the last seal. */
    public Stamp stamp() {
        return stamp;
    }

    /**
     * Writes a sealed copy; the original's bytes are kept whole at its beginning.
     *
     * @param at the moment the seal claims, cut to seconds; the certificate must be valid then
     * @param reason shown by viewers, or null
     */
    public void sign(Path in, Path out, Instant at, String reason) {
        key.requireValid(at);
        try (var reader = new PdfReader(new RandomAccessFileOrArray(in.toString()), NO_PASSWORD);
                var stream = new BufferedOutputStream(Files.newOutputStream(out), COPY_BYTES)) {
            sign(reader, stream, draft(out), at, reason);
        } catch (IOException e) {
            throw new UncheckedIOException("The PDF could not be sealed", e);
        } catch (DocumentException | GeneralSecurityException | CMSException | OperatorCreationException e) {
            throw new IllegalStateException("The PDF could not be sealed", e);
        }
    }

    /**
     * Writes a sealed copy of a file that is in memory, so that nothing of it need ever stand unsealed on a disk.
     *
     * @param at the moment the seal claims, cut to seconds; the certificate must be valid then
     * @param reason shown by viewers, or null
     */
    public void sign(byte[] pdf, OutputStream out, Instant at, String reason) {
        key.requireValid(at);
        try (var reader = new PdfReader(new RandomAccessFileOrArray(pdf), NO_PASSWORD)) {
            sign(PdfStamper.createSignature(reader, new Lent(out), "\0", null, true), at, reason);
        } catch (IOException e) {
            throw new UncheckedIOException("The PDF could not be sealed", e);
        } catch (DocumentException | GeneralSecurityException | CMSException | OperatorCreationException e) {
            throw new IllegalStateException("The PDF could not be sealed", e);
        }
    }

    /** Beside the target, so that a large volume is never held in memory. */
    private static Path draft(Path out) throws IOException {
        return Files.createTempFile(out.toAbsolutePath().getParent(), "seal", ".part");
    }

    private void sign(PdfReader reader, OutputStream stream, Path draft, Instant at, String reason)
            throws IOException, DocumentException, GeneralSecurityException, CMSException, OperatorCreationException {
        try {
            sign(PdfStamper.createSignature(reader, stream, "\0", draft.toFile(), true), at, reason);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private void sign(PdfStamper stamper, Instant at, String reason)
            throws IOException, DocumentException, GeneralSecurityException, CMSException, OperatorCreationException {
        stamper.setEnforcedModificationDate(Metadata.calendar(at));
        stamper.setInfoDictionary(Map.of("Producer", "Demarche"));
        var appearance = stamper.getSignatureAppearance();
        appearance.setSignDate(Metadata.calendar(at));
        if (reason != null) appearance.setReason(reason);
        appearance.setCryptoDictionary(new PdfSignature(PdfName.ADOBE_PPKLITE, new PdfName("ETSI.CAdES.detached")));
        appearance.preClose(Map.of(PdfName.CONTENTS, reserved() * 2 + 2));
        fill(appearance);
    }

    private void fill(PdfSignatureAppearance appearance)
            throws IOException, DocumentException, GeneralSecurityException, CMSException, OperatorCreationException {
        Signed signed;
        try (var content = appearance.getRangeStream()) {
            signed = Signed.over(content, key);
        }
        var signature = signed.encoded();
        if (authority != null) signature = stamped(signed, signature);
        if (signature.length > reserved()) throw new IllegalStateException("The certificate chain is too long");
        var contents = new PdfDictionary();
        contents.put(PdfName.CONTENTS, new PdfString(Arrays.copyOf(signature, reserved())).setHexWriting(true));
        appearance.close(contents);
    }

    /** An authority that is silent costs the stamp and not the seal. */
    private byte[] stamped(Signed signed, byte[] unstamped) {
        try {
            var stamped = signed.stamped(authority).encoded();
            if (stamped.length > reserved()) throw new IOException("The token takes " + stamped.length + " bytes");
            stamp = Stamp.GIVEN;
            return stamped;
        } catch (IOException e) {
            LOG.warnf("no time stamp: %s", e.getMessage());
            stamp = Stamp.MISSING;
            return unstamped;
        }
    }

    private int reserved() {
        int certificates = key.chainBytes();
        return SIGNATURE_BYTES + certificates + (authority == null ? 0 : TOKEN_BYTES);
    }

    /** The signer closes what it writes to; whoever lent us the stream does that. */
    private static final class Lent extends FilterOutputStream {
        Lent(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] buffer, int offset, int length) throws IOException {
            out.write(buffer, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
