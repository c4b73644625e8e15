package org.demarche.privacy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;

/** The keys of an installation as files, made before its first start and handed to each node as far as it needs them. */
public final class KeyFolder {

    private static final String INDEX = "blind-index.json";

    private KeyFolder() {}

    /** Makes the keys that all nodes share, those that are not there yet. */
    public static Path create(Path dataDir) throws GeneralSecurityException {
        Vault.register();
        var files = new KeyFiles(dataDir.resolve("keys"));
        files.loadOrCreate(ScopeKeys.MASTER, ScopeKeys.AES_256);
        files.loadOrCreate("blind-index", Vault.INDEX);
        SigningKey.loadOrCreate(dataDir, "ledger");
        return dataDir.resolve("keys");
    }

    /** All that a node which only serves the site needs, and all that it should get: it opens nothing. */
    public static Path copyForSite(Path dataDir, Path siteDataDir) throws IOException {
        var copy = siteDataDir.resolve("keys").resolve(INDEX);
        Files.createDirectories(copy.getParent());
        return Files.copy(dataDir.resolve("keys").resolve(INDEX), copy, StandardCopyOption.COPY_ATTRIBUTES);
    }
}
