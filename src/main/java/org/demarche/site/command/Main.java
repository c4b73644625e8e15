package org.demarche.site.command;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.demarche.site.backup.BackupRequest;

/** Without arguments the house starts; with some, one command is run and the process ends. */
@QuarkusMain
public class Main {

    public static void main(String... args) throws Exception {
        if (args.length == 0) {
            Quarkus.run(args);
            return;
        }
        if (BesideTheHouse.knows(args)) {
            System.out.println(BesideTheHouse.run(dataDir(), args));
            return;
        }
        if (args[0].equals("backup") && args.length == 3 && isH2() && BackupRequest.isHouseRunning(dataDir())) {
            System.exit(askTheRunningHouse(args));
        }
        // A command opens no door, runs no jobs, and makes no first account.
        System.setProperty("quarkus.http.host-enabled", "false");
        System.setProperty("demarche.roles", "command");
        System.setProperty("quarkus.log.console.level", "WARN");
        Quarkus.run(Commands.class, args);
    }

    private static int askTheRunningHouse(String[] args) throws IOException, InterruptedException {
        var archives = new BackupRequest.Archives(Path.of(args[1]), Path.of(args[2]));
        var answer = new BackupRequest(dataDir()).ask(archives);
        if (answer.equals(BackupRequest.DONE)) {
            List.of(archives.data(), archives.keys()).forEach(System.out::println);
            return 0;
        }
        System.err.println("No backup: " + answer);
        return 1;
    }

    /** As the settings say, read by hand: the configuration is there only once the house has started. */
    private static Path dataDir() {
        return Path.of(setting("DEMARCHE_DATA_DIR", "./data"));
    }

    private static boolean isH2() {
        return setting("DEMARCHE_DATABASE", "h2").equals("h2");
    }

    private static String setting(String name, String otherwise) {
        var value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : value;
    }
}
