package org.demarche.site.command;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.List;
import org.demarche.common.DemarcheConfig;
import org.demarche.privacy.ArchiveKey;
import org.demarche.site.backup.Backup;

@ApplicationScoped
class BackupKeyCommand implements Command {

    private final DemarcheConfig config;

    BackupKeyCommand(DemarcheConfig config) {
        this.config = config;
    }

    @Override
    public String usage() {
        return "backup-key <file for the private half>";
    }

    @Override
    public void run(List<String> words) throws Exception {
        var privateHalf = Path.of(words.get(0));
        ArchiveKey.create(privateHalf, config.dataDir().resolve("keys").resolve(Backup.PUBLIC_KEY));
        System.out.println(privateHalf + " opens the backups. Carry it away from this machine, twice.");
    }
}
