package org.demarche.privacy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

/** Tink keysets in the {@code keys} folder, readable by their owner only; each is made at first use. */
final class KeyFiles {

    private final Path folder;

    KeyFiles(Path dataDir) {
        this.folder = dataDir.resolve("keys");
    }

    synchronized KeysetHandle loadOrCreate(String name, Parameters parameters) {
        var file = folder.resolve(name + ".json");
        if (!Files.exists(file)) {
            try {
                write(file, KeysetHandle.generateNew(parameters));
            } catch (IOException | GeneralSecurityException e) {
                throw new IllegalStateException("The key file " + file + " cannot be made.", e);
            }
        }
        return load(name);
    }

    KeysetHandle load(String name) {
        var file = folder.resolve(name + ".json");
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The key file " + file + " cannot be read; restore it from the key backup.", e);
        }
    }

    /** The whole new file or the whole old one, whatever happens in between. */
    void replace(String name, KeysetHandle keyset) {
        try {
            write(folder.resolve(name + ".json"), keyset);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The key file " + name + ".json could not be replaced.", e);
        }
    }

    synchronized boolean exists(String name) {
        return Files.exists(folder.resolve(name + ".json"));
    }

    synchronized void delete(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name + ".json"));
        } catch (IOException e) {
            throw new IllegalStateException("a key file cannot be deleted", e);
        }
    }

    private void write(Path file, KeysetHandle keyset) throws IOException, GeneralSecurityException {
        Files.createDirectories(folder);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var draft = Files.createTempFile(folder, "new-", ".json", ownerOnly);
        Files.writeString(draft, TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get()));
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
