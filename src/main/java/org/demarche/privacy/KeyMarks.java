package org.demarche.privacy;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Optional;
import org.demarche.common.DemarcheConfig;

/**
 * Keeps a node with the wrong key files from starting. With another index key the same person could sign twice and no
 * link would fit any more; with another master key nothing could be opened.
 */
@ApplicationScoped
public class KeyMarks {

    /** After the data folder, before anybody seals. */
    private static final int BEFORE_USE = 50;

    private final Vault vault;
    private final Scopes scopes;
    private final DemarcheConfig config;

    KeyMarks(Vault vault, Scopes scopes, DemarcheConfig config) {
        this.vault = vault;
        this.scopes = scopes;
        this.config = config;
    }

    @Transactional
    void check(@Observes @Priority(BEFORE_USE) StartupEvent started) {
        if (!config.site() && !config.desk() && !config.worker()) {
            return; // a command: it may be here to bring the keys
        }
        require("blind-index", vault.blindIndex("key-mark", ""));
        if (config.opens()) {
            scopes.tidyKeys();
        }
        if (config.opens() && scopes.exists(Scopes.ORGANISATION)) {
            try {
                scopes.privateKeys(Scopes.ORGANISATION);
            } catch (GeneralSecurityException e) {
                throw wrong("master");
            }
        }
    }

    /** Remembers the mark of a key at its first use, and from then on accepts no other. */
    @Transactional
    public void require(String name, byte[] mark) {
        var known = of(name);
        if (known.isEmpty()) {
            var row = new KeyMark();
            row.name = name;
            row.mark = mark;
            row.persist();
        } else if (!MessageDigest.isEqual(known.get(), mark)) {
            throw wrong(name);
        }
    }

    @Transactional
    public void replace(String name, byte[] mark) {
        KeyMark.update("mark = ?1 where name = ?2", mark, name);
    }

    @Transactional
    public Optional<byte[]> of(String name) {
        return KeyMark.<KeyMark>findByIdOptional(name).map(row -> row.mark);
    }

    private IllegalStateException wrong(String name) {
        return new IllegalStateException(
                "%s is not the key that this database was made with. Copy it from another node or from the key backup."
                        .formatted(config.keysDir().resolve(name + ".json")));
    }
}
