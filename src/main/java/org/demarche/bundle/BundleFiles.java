package org.demarche.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.UUID;
import org.demarche.common.DemarcheConfig;
import org.demarche.privacy.SealedFiles;

/** The volumes of bundles on disk, in {@code bundles/<id>} below the data folder; only sealed, never as they are read. */
@ApplicationScoped
class BundleFiles {

    private final Path root;
    private final SealedFiles sealed;

    BundleFiles(DemarcheConfig config, SealedFiles sealed) {
        this.root = config.dataDir().resolve("bundles");
        this.sealed = sealed;
    }

    /** @param sha256 hex, of the content, as is {@code bytes} */
    record Kept(long bytes, String sha256) {}

    /** Writes the content of a file. */
    interface Content {
        void to(OutputStream out) throws IOException;
    }

    /** Keeps a file; a crash leaves either the whole of it or, beside its place, what the next try overwrites. */
    Kept keep(UUID bundle, String name, String scope, Content content) throws IOException {
        var file = file(bundle, name);
        var draft = file.resolveSibling(name + ".part");
        Files.createDirectories(file.getParent());
        var digest = sha256();
        var counting = new Counting();
        try (var out = sealed.sealing(Files.newOutputStream(draft), scope, context(bundle, name));
                var read = new DigestOutputStream(out, digest)) {
            content.to(counting.before(read));
        }
        try (var written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return new Kept(counting.bytes, HexFormat.of().formatHex(digest.digest()));
    }

    /** The content of a file, opened as it is read. */
    InputStream open(UUID bundle, String name) {
        try {
            return sealed.opening(
                    new BufferedInputStream(Files.newInputStream(file(bundle, name))), context(bundle, name));
        } catch (IOException e) {
            throw new UncheckedIOException("a volume of bundle " + bundle + " cannot be read", e);
        }
    }

    /** Whether the volume is there and whole. */
    boolean holds(Volume volume) {
        if (!Files.exists(file(volume.bundleId, volume.fileName()))) return false;
        try (var in = open(volume.bundleId, volume.fileName())) {
            return sha256(in).equals(volume.sha256);
        } catch (IOException | RuntimeException damaged) {
            return false;
        }
    }

    /** Removes all files of a bundle. */
    void delete(UUID bundle) {
        var folder = root.resolve(bundle.toString());
        if (!Files.exists(folder)) return;
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the files of bundle " + bundle + " cannot be removed", e);
        }
    }

    Path file(UUID bundle, String name) {
        return root.resolve(bundle.toString()).resolve(name);
    }

    private static String context(UUID bundle, String name) {
        return "bundle:" + bundle + "/" + name;
    }

    /** SHA-256 of a file, hex. */
    static String sha256(Path file) {
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
