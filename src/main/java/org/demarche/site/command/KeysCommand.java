package org.demarche.site.command;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.demarche.common.DemarcheConfig;
import org.demarche.privacy.MasterRotation;
import org.demarche.signing.ledger.LedgerRotation;

@ApplicationScoped
class KeysCommand implements Command {

    private final MasterRotation master;
    private final LedgerRotation ledger;
    private final DemarcheConfig config;
    private final Clock clock;

    KeysCommand(MasterRotation master, LedgerRotation ledger, DemarcheConfig config, Clock clock) {
        this.master = master;
        this.ledger = ledger;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String usage() {
        return "keys <add-master | finish-master | new-ledger | new-seal>";
    }

    @Override
    public void run(List<String> words) throws Exception {
        switch (words.getFirst()) {
            case "add-master" -> {
                master.add();
                System.out.println("A second master key is in the file. Copy the file to every node with the desk or a"
                        + " worker, start them one by one, then finish.");
            }
            case "finish-master" ->
                System.out.println(master.finish() + " scopes sealed under the new master key; the old one is gone from"
                        + " the file. Copy the file to the other nodes.");
            case "new-ledger" -> {
                var succession = ledger.rotate();
                System.out.println("Publish these three lines. Old key, new key, the old key's signature on the new:\n"
                        + succession.oldKey() + "\n" + succession.newKey() + "\n" + succession.signature());
            }
            case "new-seal" -> {
                putAside("seal.p12");
                putAside("seal.password");
                System.out.println(
                        "The next bundle makes a new seal. Publish its fingerprint; old bundles keep theirs.");
            }
            default -> throw new IllegalArgumentException(words.getFirst());
        }
    }

    private void putAside(String name) throws IOException {
        var file = keys().resolve(name);
        Files.move(file, file.resolveSibling("until-" + clock.instant().getEpochSecond() + "-" + name));
    }

    private Path keys() {
        return config.dataDir().resolve("keys");
    }
}
