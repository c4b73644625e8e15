package org.demarche.site.command;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.demarche.site.backup.Move;

@ApplicationScoped
class MoveCommand implements Command {

    private final Move move;
    private final Soundness soundness;

    MoveCommand(Move move, Soundness soundness) {
        this.move = move;
        this.soundness = soundness;
    }

    @Override
    public String usage() {
        return "move <JDBC URL of the database to leave> [<user> [<password>]]";
    }

    @Override
    public void run(List<String> words) throws Exception {
        var user = words.size() > 1 ? words.get(1) : "demarche";
        var password = words.size() > 2 ? words.get(2) : "";
        move.from(words.get(0), user, password).forEach((table, sum) -> System.out.println(table + ": " + sum));
        soundness.report().forEach(System.out::println);
    }
}
