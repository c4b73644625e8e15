package org.demarche.signing.sheets;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.demarche.campaign.Campaign;
import org.demarche.common.BadInput;
import org.demarche.common.Language;
import org.demarche.common.Refusal;
import org.demarche.common.page.DeskPage;
import org.demarche.common.page.Spoken;
import org.demarche.signing.register.SignatureImport;

/** Paper sheets at the desk: print blank ones, type filled ones in, each by two people who do not see each other's lines. */
@Path("/desk/sheets/{slug}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({"admin", "campaigner"})
public class SheetsDesk {

    @CheckedTemplate(basePath = "signing")
    static class Templates {
        static native TemplateInstance sheets(SheetsView view);

        static native TemplateInstance sheetTyping(SheetsView.Typing typing);
    }

    private static final int SHOWN_MAX = 200;

    private final Sheets sheets;
    private final BlankSheets blank;

    SheetsDesk(Sheets sheets, BlankSheets blank) {
        this.sheets = sheets;
        this.blank = blank;
    }

    @GET
    public TemplateInstance list(@PathParam("slug") String slug, @Context SecurityContext security) {
        return all(slug, "", null, security);
    }

    @POST
    @Path("print")
    @Produces("application/pdf")
    public Response print(
            @PathParam("slug") String slug,
            @FormParam("count") @DefaultValue("") String count,
            @FormParam("language") @DefaultValue("en") String language,
            @Context SecurityContext security) {
        var spoken = Language.find(language).orElseThrow(() -> new BadInput("language", "en, ja, ko or zh-Hans"));
        if (!count.matches("\\d{1,3}")) {
            throw new BadInput("count", "from 1 to " + Sheets.PRINT_MAX);
        }
        var serials = sheets.print(slug, Integer.parseInt(count), actor(security));
        return Response.ok(blank.print(slug, serials, spoken))
                .header("Content-Disposition", "attachment; filename=\"sheets-" + slug + ".pdf\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    @Path("type")
    public Response type(
            @PathParam("slug") String slug,
            @QueryParam("serial") @DefaultValue("") String typed,
            @Context SecurityContext security) {
        try {
            var serial = sheets.toType(slug, typed);
            var lines = IntStream.rangeClosed(1, BlankSheets.LINES)
                    .mapToObj(TypedLine::empty)
                    .toList();
            return Response.ok(typing(slug, serial.value(), lines, List.of(), null, security))
                    .build();
        } catch (BadInput mistyped) {
            return refused(slug, typed, 400, mistyped.problems().getFirst().message(), security);
        } catch (Refusal refusal) {
            return refused(slug, typed, refusal.status(), refusal.getMessage(), security);
        }
    }

    @POST
    @Path("{serial}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response key(
            @PathParam("slug") String slug,
            @PathParam("serial") String serial,
            MultivaluedMap<String, String> posted,
            @Context SecurityContext security) {
        var lines = TypedLine.of(posted);
        var filled = lines.stream().filter(line -> !line.isEmpty()).toList();
        if (filled.isEmpty()) {
            return again(slug, serial, lines, List.of("Type at least one line."), security);
        }
        var keyed = sheets.key(slug, serial, filled, actor(security));
        return switch (keyed.state()) {
            case KEYED_ONCE ->
                done(
                        slug,
                        serial,
                        "Kept. It counts once another person has typed the same; they do not see your lines.",
                        security);
            case COUNTED -> done(slug, serial, counted(keyed.outcome()), security);
            case DIFFERS -> again(slug, serial, lines, problems(keyed, filled), security);
        };
    }

    private static String counted(SignatureImport.Outcome outcome) {
        var known = outcome.duplicates() == 0
                ? ""
                : " " + outcome.duplicates() + " of it had signed before and count once.";
        return "Both typed the same. " + outcome.added() + " signatures are counted." + known;
    }

    /** By the numbers printed on the sheet; what the other person typed is not told. */
    private static List<String> problems(Sheets.Keyed keyed, List<TypedLine> filled) {
        var said = new ArrayList<String>();
        if (keyed.outcome() == null) {
            said.add(
                    "The first person typed something else. Look at the sheet again; if it is their mistake, they type it anew.");
            keyed.differing().stream()
                    .map(line -> line - 2)
                    .forEach(i -> said.add(
                            i < filled.size()
                                    ? "Line " + filled.get(i).number() + " differs."
                                    : "They typed more lines than you."));
            return said.stream().distinct().toList();
        }
        keyed.outcome().lines().stream()
                .filter(line -> line.result() == SignatureImport.Result.REFUSED)
                .forEach(line -> line.problems()
                        .forEach(problem -> said.add(
                                "Line " + filled.get((int) line.line() - 2).number() + ": " + problem.message())));
        return said;
    }

    private Response again(
            String slug, String serial, List<TypedLine> lines, List<String> problems, SecurityContext security) {
        return Response.status(400)
                .entity(typing(slug, serial, lines, problems, null, security))
                .build();
    }

    private Response done(String slug, String serial, String words, SecurityContext security) {
        return Response.ok(typing(slug, serial, List.of(), List.of(), words, security))
                .build();
    }

    private Response refused(String slug, String typed, int status, String problem, SecurityContext security) {
        return Response.status(status)
                .entity(all(slug, typed, problem, security))
                .build();
    }

    private TemplateInstance typing(
            String slug,
            String serial,
            List<TypedLine> lines,
            List<String> problems,
            String done,
            SecurityContext security) {
        return Templates.sheetTyping(new SheetsView.Typing(
                DeskPage.of("Sheet " + serial, "campaigns", security),
                slug,
                sheets.title(slug),
                serial,
                lines,
                problems,
                done));
    }

    private TemplateInstance all(String slug, String typed, String problem, SecurityContext security) {
        return QuarkusTransaction.requiringNew().call(() -> view(slug, typed, problem, security));
    }

    private static TemplateInstance view(String slug, String typed, String problem, SecurityContext security) {
        var campaign = Campaign.named(slug);
        var spoken = new Spoken(Language.EN, campaign.zoneId());
        var rows = PaperSheet.of(campaign.id, SHOWN_MAX).stream()
                .map(sheet -> row(sheet, spoken))
                .toList();
        return Templates.sheets(new SheetsView(
                DeskPage.of("Paper sheets", "campaigns", security),
                slug,
                campaign.text(Language.EN).title(),
                rows,
                PaperSheet.count("campaignId", campaign.id),
                typed,
                problem));
    }

    private static SheetsView.Row row(PaperSheet sheet, Spoken spoken) {
        var printed = spoken.day(sheet.printedAt) + ", by " + sheet.printedBy;
        if (sheet.countedAt != null) {
            var state = "counted " + spoken.day(sheet.countedAt) + ", typed by " + sheet.keyedBy + " and "
                    + sheet.countedBy;
            return new SheetsView.Row(sheet.serial, printed, state, "ok", false);
        }
        return sheet.keyedAt == null
                ? new SheetsView.Row(sheet.serial, printed, "printed", "", true)
                : new SheetsView.Row(sheet.serial, printed, "typed once, by " + sheet.keyedBy, "wait", true);
    }

    private static String actor(SecurityContext security) {
        return security.getUserPrincipal().getName();
    }
}
