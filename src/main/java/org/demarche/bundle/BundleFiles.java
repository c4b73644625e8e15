package org.demarche.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.demarche.bundle.store.Store;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.Refusal;
import org.demarche.privacy.SealedFiles;
import org.jboss.logging.Logger;

/** The volumes of bundles in their store; only sealed, never as they are read. */
@ApplicationScoped
public class BundleFiles {

    private static final Logger LOG = Logger.getLogger(BundleFiles.class);

    private final Path drafts;
    private final Store store;
    private final SealedFiles sealed;

    public BundleFiles(DemarcheConfig config, Store store, SealedFiles sealed) {
        this.drafts = config.dataDir().resolve("bundles").resolve("drafts");
        this.store = store;
        this.sealed = sealed;
    }

    /** @param sha256 hex, of the content, as is {@code bytes} */
    public record Kept(long bytes, String sha256) {}

    /** Writes the content of a file. */
    public interface Content {
        void to(OutputStream out) throws IOException;
    }

    /** Keeps a file; a crash leaves either the whole of it or a sealed draft, which the next try overwrites. */
    public Kept keep(UUID bundle, String name, String scope, Content content) throws IOException {
        var draft = drafts.resolve(bundle + "-" + name);
        Files.createDirectories(drafts);
        try {
            var digest = sha256();
            var counting = new Counting();
            try (var out = sealed.sealing(Files.newOutputStream(draft), scope, context(bundle, name));
                    var read = new DigestOutputStream(out, digest)) {
                content.to(counting.before(read));
            }
            try (var written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            store.put(bundle + "/" + name, draft);
            return new Kept(counting.bytes, HexFormat.of().formatHex(digest.digest()));
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /**
     * The content of a file, opened as it is read.
     *
     * @throws Refusal 404 where the file was removed, 503 while the store does not answer
     */
    public InputStream open(UUID bundle, String name) {
        try {
            return sealed.opening(store.open(bundle + "/" + name), context(bundle, name));
        } catch (FileNotFoundException gone) {
            throw Refusal.unknown("The files of this bundle were removed; its digests are kept.");
        } catch (IOException e) {
            LOG.errorf(e, "a volume of bundle %s cannot be read", bundle);
            throw Refusal.unavailable("The store of volumes does not answer. Please try again later.");
        }
    }

    /** Whether the volume is there and whole. */
    public boolean holds(Volume volume) {
        try (var in = open(volume.bundleId, volume.fileName())) {
            return sha256(in).equals(volume.sha256);
        } catch (IOException | RuntimeException damaged) {
            return false;
        }
    }

    /** Removes all files of a bundle. */
    public void delete(UUID bundle) {
        try {
            store.deleteAll(bundle.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("the files of bundle " + bundle + " cannot be removed", e);
        }
    }

    private static String context(UUID bundle, String name) {
        return "bundle:" + bundle + "/" + name;
    }

    /** SHA-256 of a file, hex. */
    public static String sha256(Path file) {
        try (var in = Files.newInputStream(file)) {
            return sha256(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(InputStream content) throws IOException {
        var in = new DigestInputStream(content, sha256());
        in.transferTo(OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(in.getMessageDigest().digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class Counting {
        private long bytes;

        OutputStream before(OutputStream out) {
            return new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    out.write(b);
                    bytes++;
                }

                @Override
                public void write(byte[] buffer, int offset, int length) throws IOException {
                    out.write(buffer, offset, length);
                    bytes += length;
                }
            };
        }
    }
}
