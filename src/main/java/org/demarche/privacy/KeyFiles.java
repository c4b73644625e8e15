package org.demarche.privacy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tink keysets in a folder, readable by their owner only; each is made at first use. */
final class KeyFiles {

    private final Path folder;

    KeyFiles(Path folder) {
        this.folder = folder;
    }

    synchronized KeysetHandle loadOrCreate(String name, Parameters parameters) {
        var file = folder.resolve(name + ".json");
        if (!Files.exists(file)) {
            try {
                makeOnce(file, KeysetHandle.generateNew(parameters));
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

    /** The key that lies there at this moment, if one does. */
    Optional<KeysetHandle> find(String name) {
        return exists(name) ? Optional.of(load(name)) : Optional.empty();
    }

    /** The names that begin so. */
    List<String> named(String beginning) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.newDirectoryStream(folder, beginning + "*.json")) {
            var names = new ArrayList<String>();
            files.forEach(file -> names.add(file.getFileName().toString().replaceFirst("\\.json$", "")));
            return names;
        } catch (IOException e) {
            throw new IllegalStateException("The key folder " + folder + " cannot be read.", e);
        }
    }

    /** Has the same key as another folder, unless there is one already. */
    void take(String name, KeyFiles from) {
        try {
            makeOnce(folder.resolve(name + ".json"), from.load(name));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The key file " + name + ".json cannot be moved to " + folder + ".", e);
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

    void delete(String name) {
        if (!deleteIfAllowed(name)) {
            throw new IllegalStateException("The key file " + folder.resolve(name + ".json") + " cannot be deleted.");
        }
    }

    /** False where it is still there, as in a folder that may only be read. */
    synchronized boolean deleteIfAllowed(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name + ".json"));
            return true;
        } catch (IOException notAllowed) {
            return false;
        }
    }

    /** Of two nodes that make the same key at once, one does and both use it: a link is made whole, and never over another. */
    private void makeOnce(Path file, KeysetHandle keyset) throws IOException, GeneralSecurityException {
        var draft = draft(keyset);
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException another) {
            // Theirs it is.
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            if (!Files.exists(file)) {
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private Path draft(KeysetHandle keyset) throws IOException, GeneralSecurityException {
        Files.createDirectories(folder);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var draft = Files.createTempFile(folder, "new-", ".json", ownerOnly);
        return Files.writeString(
                draft, TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get()));
    }

    private void write(Path file, KeysetHandle keyset) throws IOException, GeneralSecurityException {
        var draft = draft(keyset);
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
