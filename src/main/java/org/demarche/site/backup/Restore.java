package org.demarche.site.backup;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.database.copy.Rows;
import org.demarche.common.database.copy.Sum;
import org.demarche.common.database.copy.Table;
import org.demarche.common.database.copy.Tables;
import org.demarche.privacy.ArchiveKey;

/** Brings an archive back into an installation that nobody has used yet; all of it or nothing. */
@ApplicationScoped
public class Restore {

    /** Rows here mean that people have worked with this database; nothing is restored over their work. */
    private static final Set<String> USED = Set.of("signature", "staff_member", "handover");

    private final Databases databases;
    private final DemarcheConfig config;

    Restore(Databases databases, DemarcheConfig config) {
        this.databases = databases;
        this.config = config;
    }

    /** The rows of every table, compared with what was written down when they were taken. */
    public Map<String, Sum> data(Path archive, Path privateKey)
            throws IOException, SQLException, GeneralSecurityException {
        try (var database = databases.own();
                var zip = open(archive, privateKey)) {
            var tables = emptied(database);
            var byName = tables.stream().collect(Collectors.toMap(Table::name, Function.identity()));
            var sums = new TreeMap<String, Sum>();
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (Folder.isFile(entry)) {
                    Folder.restore(entry, zip, config.dataDir());
                } else if (entry.getName().equals(Backup.CONTENTS)) {
                    compare(Contents.fromJson(zip.readAllBytes()), database, tables);
                    database.commit();
                    return sums;
                } else {
                    var name = entry.getName().substring(Backup.TABLES.length());
                    var table = byName.get(name);
                    if (table == null) {
                        throw new IOException("this release knows no table " + name + "; use the one that made it");
                    }
                    sums.put(name, Rows.read(database, table, new DataInputStream(zip)));
                }
            }
            throw new IOException("this archive ends too early");
        }
    }

    /** The files of the key archive, where none are yet. */
    public int keys(Path archive, Path privateKey) throws IOException, GeneralSecurityException {
        int files = 0;
        try (var zip = open(archive, privateKey)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Folder.restore(entry, zip, config.dataDir());
                files++;
            }
        }
        return files;
    }

    private static ZipInputStream open(Path archive, Path privateKey) throws IOException, GeneralSecurityException {
        return new ZipInputStream(
                ArchiveKey.ofPrivate(privateKey).open(new BufferedInputStream(Files.newInputStream(archive))));
    }

    /** What the first start put there goes; the migrations' own rows too, because the archive brings them. */
    static List<Table> emptied(Connection database) throws SQLException, IOException {
        var tables = Tables.of(database);
        for (var table : tables) {
            if (USED.contains(table.name()) && Rows.sum(database, table).rows() > 0) {
                throw new IOException("this database is in use: there are rows in " + table.name());
            }
        }
        try (var statement = database.createStatement()) {
            for (var table : tables.reversed()) {
                statement.executeUpdate("delete from " + table.name());
            }
        }
        return tables;
    }

    private static void compare(Contents contents, Connection database, List<Table> tables)
            throws SQLException, IOException {
        if (!contents.migrations().equals(Tables.migrations(database))) {
            throw new IOException("the archive is of another release: its migrations are " + contents.migrations());
        }
        for (var table : tables) {
            var expected = contents.sums().getOrDefault(table.name(), Sum.NONE);
            var found = Rows.sum(database, table);
            if (!found.equals(expected)) {
                throw new IOException("table " + table.name() + " differs: expected " + expected + ", found " + found);
            }
        }
    }
}
