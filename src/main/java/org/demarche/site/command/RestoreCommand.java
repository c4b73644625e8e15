package org.demarche.site.command;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.List;
import org.demarche.site.backup.Restore;

@ApplicationScoped
class RestoreCommand implements Command {

    private final Restore restore;
    private final Soundness soundness;

    RestoreCommand(Restore restore, Soundness soundness) {
        this.restore = restore;
        this.soundness = soundness;
    }

    @Override
    public String usage() {
        return "restore <private half> <archive of the data> [<archive of the keys>]";
    }

    /** Keys first: with them the rows can be tried once they are there. */
    @Override
    public void run(List<String> words) throws Exception {
        var privateHalf = Path.of(words.get(0));
        if (words.size() > 2) {
            System.out.println(restore.keys(Path.of(words.get(2)), privateHalf) + " key files");
        }
        restore.data(Path.of(words.get(1)), privateHalf)
                .forEach((table, sum) -> System.out.println(table + ": " + sum));
        soundness.report().forEach(System.out::println);
    }
}
