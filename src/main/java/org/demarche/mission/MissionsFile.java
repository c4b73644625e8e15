package org.demarche.mission;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.demarche.common.BadInput;
import org.demarche.common.Problem;
import org.demarche.common.page.DeskPage;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The directory as a file: fetched, changed in a spreadsheet, looked through as differences, and only then taken over. */
@Path("/desk/missions-file")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"admin", "campaigner"})
@RunOnVirtualThread
public class MissionsFile {

    /**
     * @param digest of the file whose differences are shown; null before one was brought
     * @param done what was taken over, as a sentence; else null
     */
    public record View(DeskPage page, MissionImport.Report report, String digest, String done, List<Problem> problems) {

        public List<MissionImport.Line> changes() {
            return report.lines().stream()
                    .filter(line -> line.change() != MissionImport.Change.SAME)
                    .toList();
        }

        public boolean takeable() {
            return report != null && report.errors().isEmpty() && !changes().isEmpty();
        }
    }

    @CheckedTemplate(basePath = "mission")
    static class Templates {
        static native TemplateInstance file(View view);
    }

    private final MissionImport imports;

    MissionsFile(MissionImport imports) {
        this.imports = imports;
    }

    @GET
    public TemplateInstance show(@Context SecurityContext security) {
        return view(null, null, null, List.of(), security);
    }

    /** The whole directory, as it can be brought back. */
    @GET
    @Path("missions.csv")
    @Produces("text/csv")
    @Transactional
    public Response fetch() {
        var out = new StringWriter();
        try (var csv = CsvWriter.builder().build(out)) {
            csv.writeRecord(Heading.COLUMNS);
            Mission.<Mission>list("order by code").forEach(mission -> {
                var columns = MissionRow.of(mission).columns();
                csv.writeRecord(Heading.COLUMNS.stream()
                        .map(column -> columns.getOrDefault(column, ""))
                        .toList());
            });
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Response.ok(out.toString())
                .header("Content-Disposition", "attachment; filename=\"missions.csv\"")
                .build();
    }

    /** Shows what a file would change; with the digest of one that was looked through, takes exactly that one over. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response bring(
            @RestForm("file") FileUpload file, @RestForm String digest, @Context SecurityContext security) {
        try {
            var csv = bytes(file);
            var seen = digest(csv);
            if (seen.equals(digest)) {
                var report = imports.take(csv, security.getUserPrincipal().getName());
                var done =
                        "%d new, %d changed, %d as before.".formatted(report.added(), report.changed(), report.same());
                return Response.ok(view(null, null, done, List.of(), security)).build();
            }
            var report = QuarkusTransaction.requiringNew().call(() -> imports.compare(csv));
            return Response.ok(view(report, seen, null, List.of(), security)).build();
        } catch (BadInput bad) {
            return Response.status(400)
                    .entity(view(null, null, null, bad.problems(), security))
                    .build();
        }
    }

    private static byte[] bytes(FileUpload file) {
        try {
            if (file == null || file.size() == 0) {
                throw new BadInput("file", "Choose a file.");
            }
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(byte[] csv) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(csv));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static TemplateInstance view(
            MissionImport.Report report, String digest, String done, List<Problem> problems, SecurityContext security) {
        return Templates.file(
                new View(DeskPage.of("The directory as a file", "missions", security), report, digest, done, problems));
    }
}
