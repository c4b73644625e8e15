package org.demarche.site.command;

import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.inject.Instance;
import java.util.Comparator;

/** Finds the command by its first word; exit code 0 only if it did what it says. */
public class Commands implements QuarkusApplication {

    private final Instance<Command> commands;

    Commands(Instance<Command> commands) {
        this.commands = commands;
    }

    @Override
    public int run(String... args) {
        var found = commands.stream()
                .filter(command -> command.usage().split(" ")[0].equals(args[0]))
                .findFirst();
        if (found.isEmpty()) {
            System.err.println("Commands:");
            BesideTheHouse.USAGES.forEach(usage -> System.err.println("  " + usage));
            commands.stream()
                    .sorted(Comparator.comparing(Command::usage))
                    .forEach(command -> System.err.println("  " + command.usage()));
            return 2;
        }
        try {
            found.get().run(java.util.List.of(args).subList(1, args.length));
            return 0;
        } catch (IllegalArgumentException | IndexOutOfBoundsException wrongWords) {
            System.err.println("Usage: " + found.get().usage());
            return 2;
        } catch (Exception e) {
            // At a terminal, to the person who asked: what is wrong, without a page of stack trace.
            System.err.println(
                    args[0] + " failed: " + e.getMessage() + " (" + e.getClass().getSimpleName() + ")");
            return 1;
        }
    }
}
