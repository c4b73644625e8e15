package org.demarche.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.demarche.common.DemarcheConfig;

/** The volumes of bundles on disk, in {@code bundles/<id>} below the data folder. */
@ApplicationScoped
class BundleFiles {

    private final Path root;

    BundleFiles(DemarcheConfig config) {
        this.root = config.dataDir().resolve("bundles");
    }

    Path file(UUID bundle, String name) {
        return root.resolve(bundle.toString()).resolve(name);
    }

    /** A place for a volume that is being written; a later try overwrites what a crash left there. */
    Path draft(UUID bundle, String name) throws IOException {
        var draft = file(bundle, name + ".part");
        Files.createDirectories(draft.getParent());
        return draft;
    }

    void keep(Path draft, UUID bundle, String name) throws IOException {
        Files.move(draft, file(bundle, name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    InputStream open(UUID bundle, String name) {
        try {
            return Files.newInputStream(file(bundle, name));
        } catch (IOException e) {
            throw new UncheckedIOException("a volume of bundle " + bundle + " is missing on disk", e);
        }
    }

    /** Deletes all that was written for a bundle. */
    void delete(UUID bundle) {
        var folder = root.resolve(bundle.toString());
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the files of bundle " + bundle + " cannot be deleted", e);
        }
    }

    boolean holds(Volume volume) {
        var file = file(volume.bundleId, volume.fileName());
        return Files.exists(file) && sha256(file).equals(volume.sha256);
    }

    /** SHA-256 of a file, hex. */
    static String sha256(Path file) {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
