package org.demarche.site.command;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.List;
import org.demarche.site.backup.Backup;

@ApplicationScoped
class BackupCommand implements Command {

    private final Backup backup;

    BackupCommand(Backup backup) {
        this.backup = backup;
    }

    @Override
    public String usage() {
        return "backup <archive of the data> <archive of the keys>";
    }

    @Override
    public void run(List<String> words) throws Exception {
        var data = Path.of(words.get(0));
        var keys = Path.of(words.get(1));
        backup.takeData(data);
        System.out.println(data);
        backup.takeKeys(keys);
        System.out.println(keys);
    }
}
