package org.demarche.site.command;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.demarche.common.Audited;
import org.demarche.signing.register.AffectedSigners;

@ApplicationScoped
class BreachCommand implements Command {

    private final AffectedSigners affected;
    private final Event<Audited> audit;

    BreachCommand(AffectedSigners affected, Event<Audited> audit) {
        this.affected = affected;
        this.audit = audit;
    }

    @Override
    public String usage() {
        return "breach [<file for the list of people to tell>]";
    }

    /** Numbers for the report to the authority; the list itself goes into a file of its own, and that is written down. */
    @Override
    public void run(List<String> words) throws Exception {
        affected.groups()
                .forEach(group -> System.out.printf(
                        "%-40s %-9s %-12s %d%n",
                        group.campaign(), group.disclosure(), group.publicName() ? "public name" : "", group.people()));
        if (words.isEmpty()) {
            return;
        }
        var file = Path.of(words.getFirst());
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        QuarkusTransaction.requiringNew()
                .run(() -> audit.fire(new Audited("system", "signatures.breach-list", "all", null)));
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            affected.write(out);
        }
        System.out.println(file + " holds names and addresses. Destroy it when everybody has been told.");
    }
}
