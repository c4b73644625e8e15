package org.demarche.letter.organisation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.demarche.common.Language;
import org.demarche.common.Problem;
import org.demarche.common.page.DeskPage;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Who we are: names and letterhead in four languages, the logo, and who mails come from. */
@Path("/desk/settings")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("admin")
@RunOnVirtualThread
public class OrganisationDesk {

    /** @param now what stands there now, where somebody else changed it meanwhile; else null */
    public record Row(
            String name, String label, int most, boolean required, String value, String now, String problem) {}

    /** @param tag null for what is the same in every language */
    public record Group(String tag, String title, List<Row> rows) {}

    /** @param done what was done, as a sentence; else null */
    public record View(
            DeskPage page, List<Group> groups, String seen, boolean logo, String done, List<Problem> problems) {}

    @CheckedTemplate(basePath = "letter")
    static class Templates {
        static native TemplateInstance organisation(View view);
    }

    private final OrganisationFacts facts;
    private final Logos logos;

    OrganisationDesk(OrganisationFacts facts, Logos logos) {
        this.facts = facts;
        this.logos = logos;
    }

    @GET
    public TemplateInstance show(@Context SecurityContext security) {
        return fresh(null, List.of(), security);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(MultivaluedMap<String, String> posted, @Context SecurityContext security) {
        var form = OrganisationForm.of(posted);
        var problems = form.problems();
        var now = facts.now();
        if (!problems.isEmpty()) {
            return Response.status(400)
                    .entity(view(form, Map.of(), null, problems, security))
                    .build();
        }
        if (!form.seen().equals(OrganisationForm.mark(now))) {
            var meanwhile = new Problem(
                    "seen",
                    "Somebody else changed this meanwhile. Where it differs, what stands now is said below your words;"
                            + " save again to put yours in its place.");
            var merged = new OrganisationForm(form.typed(), OrganisationForm.mark(now));
            return Response.status(409)
                    .entity(view(merged, OrganisationForm.filled(now).typed(), null, List.of(meanwhile), security))
                    .build();
        }
        facts.save(form.facts(), security.getUserPrincipal().getName());
        return Response.ok(fresh("Saved. Pages, mails and letters say so from now on.", List.of(), security))
                .build();
    }

    /** Any picture the machine can read, up to 5 MB; what is stored is drawn anew and holds nothing else of the file. */
    @POST
    @Path("logo")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response logo(@RestForm("file") FileUpload file, @Context SecurityContext security) {
        var problem = logos.change(
                file == null ? null : file.uploadedFile(),
                security.getUserPrincipal().getName());
        return problem.map(words -> Response.status(400)
                        .entity(fresh(null, List.of(new Problem("file", words)), security))
                        .build())
                .orElseGet(() -> Response.ok(fresh("The logo is changed.", List.of(), security))
                        .build());
    }

    @POST
    @Path("logo/remove")
    public TemplateInstance removeLogo(@Context SecurityContext security) {
        logos.remove(security.getUserPrincipal().getName());
        return fresh("The logo is taken off.", List.of(), security);
    }

    private TemplateInstance fresh(String done, List<Problem> problems, SecurityContext security) {
        return view(OrganisationForm.filled(facts.now()), Map.of(), done, problems, security);
    }

    private TemplateInstance view(
            OrganisationForm form,
            Map<String, String> now,
            String done,
            List<Problem> problems,
            SecurityContext security) {
        var shared = new Group(null, "The same in every language", rows("all", Field.shared(), form, now, problems));
        var groups = new java.util.ArrayList<>(Arrays.stream(Language.values())
                .map(l -> new Group(l.tag(), l.nativeName(), rows(l.tag(), Field.translated(), form, now, problems)))
                .toList());
        groups.add(shared);
        return Templates.organisation(new View(
                DeskPage.of("Settings", "settings", security),
                groups,
                form.seen(),
                logos.current().isPresent(),
                done,
                problems));
    }

    private static List<Row> rows(
            String where, List<Field> fields, OrganisationForm form, Map<String, String> now, List<Problem> problems) {
        return fields.stream()
                .map(f -> {
                    var name = where + "." + f.key();
                    var stands = now.get(name);
                    return new Row(
                            name,
                            f.label(),
                            f.most(),
                            f.required(),
                            form.value(name),
                            stands == null || stands.equals(form.value(name)) ? null : stands,
                            problems.stream()
                                    .filter(p -> p.field().equals(name))
                                    .map(Problem::message)
                                    .findFirst()
                                    .orElse(null));
                })
                .toList();
    }
}
