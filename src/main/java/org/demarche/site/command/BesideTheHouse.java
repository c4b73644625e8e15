package org.demarche.site.command;

import java.nio.file.Path;
import java.util.List;
import org.demarche.privacy.ArchiveKey;
import org.demarche.privacy.KeyFolder;
import org.demarche.site.backup.Backup;

/** Commands on key files alone: they need no database, and work beside a running house or before its first start. */
final class BesideTheHouse {

    static final List<String> USAGES = List.of(
            "backup-key <file for the private half>", "keys create", "keys for-site <data folder of a site node>");

    private BesideTheHouse() {}

    static boolean knows(String[] args) {
        return args.length == 2 && args[0].equals("backup-key")
                || args.length == 2 && args[0].equals("keys") && args[1].equals("create")
                || args.length == 3 && args[0].equals("keys") && args[1].equals("for-site");
    }

    /** Does it and returns what to say. */
    static String run(Path dataDir, String[] args) throws Exception {
        if (args[0].equals("backup-key")) {
            var privateHalf = Path.of(args[1]);
            ArchiveKey.create(privateHalf, dataDir.resolve("keys").resolve(Backup.PUBLIC_KEY));
            return privateHalf + " opens the backups. Carry it away from this machine, twice.";
        }
        return args[1].equals("create")
                ? KeyFolder.create(dataDir) + " holds the keys. Back them up before the first signature."
                : KeyFolder.copyForSite(dataDir, Path.of(args[2])) + " is all that a site node needs.";
    }
}
