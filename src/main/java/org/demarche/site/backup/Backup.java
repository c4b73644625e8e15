package org.demarche.site.backup;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.database.copy.Rows;
import org.demarche.common.database.copy.Sum;
import org.demarche.common.database.copy.Tables;
import org.demarche.privacy.ArchiveKey;

/** Takes an archive while the house runs: every table as of one moment, then the files that the rows name. */
@ApplicationScoped
public class Backup {

    static final String TABLES = "tables/";
    static final String CONTENTS = "contents.json";
    public static final String PUBLIC_KEY = "backup-public.json";

    @FunctionalInterface
    private interface Writing {
        void to(ZipOutputStream zip) throws IOException, SQLException;
    }

    private final Databases databases;
    private final DemarcheConfig config;
    private final Clock clock;

    Backup(Databases databases, DemarcheConfig config, Clock clock) {
        this.databases = databases;
        this.config = config;
        this.clock = clock;
    }

    /** Database, volumes and whatever else lies in the data folder, but no keys. */
    public void takeData(Path archive) throws IOException, SQLException, GeneralSecurityException {
        take(archive, zip -> {
            var sums = new TreeMap<String, Sum>();
            try (var database = databases.snapshot()) {
                for (var table : Tables.of(database)) {
                    zip.putNextEntry(new ZipEntry(TABLES + table.name()));
                    var out = new DataOutputStream(zip);
                    sums.put(table.name(), Rows.write(database, table, out));
                    zip.closeEntry();
                }
                Folder.writeData(config.dataDir(), zip);
                zip.putNextEntry(new ZipEntry(CONTENTS));
                zip.write(new Contents(clock.instant(), Tables.migrations(database), sums).toJson());
                zip.closeEntry();
                database.rollback();
            }
        });
    }

    /** The keys, for a place where no backup of the data lies. */
    public void takeKeys(Path archive) throws IOException, SQLException, GeneralSecurityException {
        take(archive, zip -> {
            Folder.writeKeys(config.dataDir(), zip);
            if (config.campaignKeysDir().isPresent()) {
                Folder.writeCampaignKeys(config.campaignKeysDir().get(), config.dataDir(), zip);
            }
        });
    }

    /** Under its name only once it is whole. */
    private void take(Path archive, Writing writing) throws IOException, SQLException, GeneralSecurityException {
        var publicKey = config.dataDir().resolve("keys").resolve(PUBLIC_KEY);
        if (!Files.exists(publicKey)) {
            throw new IOException("there is no " + publicKey + "; make a key for backups first");
        }
        Files.createDirectories(archive.toAbsolutePath().getParent());
        var draft = archive.resolveSibling(archive.getFileName() + ".part");
        try (var sealed = ArchiveKey.ofPublic(publicKey).seal(new BufferedOutputStream(Files.newOutputStream(draft)));
                var zip = new ZipOutputStream(sealed)) {
            // Sealed rows do not shrink; text around them does, and more effort gains nothing.
            zip.setLevel(Deflater.BEST_SPEED);
            writing.to(zip);
        } catch (IOException | SQLException | GeneralSecurityException | RuntimeException e) {
            Files.deleteIfExists(draft);
            throw e;
        }
        Files.move(draft, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
