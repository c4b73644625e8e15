package org.demarche.bundle;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.demarche.approval.NeedsSecondFactor;
import org.demarche.common.Audited;
import org.demarche.common.Refusal;

/** The files of a finished bundle; each download is in the audit trail. */
@Path("/api/v1/campaigns/{slug}/bundles")
@RunOnVirtualThread
@RolesAllowed({"admin", "exporter"})
@NeedsSecondFactor
public class BundleDownloads {

    /** Who may take a finished volume out of the house; as the annotation above. */
    static final Set<String> ROLES = Set.of("admin", "exporter");

    private final BundleFiles files;
    private final Manifest manifests;
    private final ObjectMapper json;
    private final Event<Audited> audit;

    BundleDownloads(BundleFiles files, Manifest manifests, ObjectMapper json, Event<Audited> audit) {
        this.files = files;
        this.manifests = manifests;
        this.json = json;
        this.audit = audit;
    }

    @GET
    @Path("{id}/volumes/{n}")
    @Produces("application/pdf")
    @Transactional
    public Response volume(
            @PathParam("slug") String slug,
            @PathParam("id") UUID id,
            @PathParam("n") int n,
            @Context SecurityContext security) {
        Bundle.named(slug, id).requireDone();
        var volume = Volume.of(id, n).orElseThrow(() -> Refusal.unknown("This bundle has no such volume."));
        note(security, "bundle.download", id, volume.fileName());
        return attachment(files.open(id, volume.fileName()), volume.fileName())
                .header("Content-Length", volume.bytes)
                .build();
    }

    @GET
    @Path("{id}/manifest")
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    public Manifest.View manifest(@PathParam("slug") String slug, @PathParam("id") UUID id) {
        var bundle = Bundle.named(slug, id);
        bundle.requireDone();
        return manifests.of(bundle);
    }

    @GET
    @Path("{id}/archive")
    @Produces("application/zip")
    @Transactional
    public Response archive(
            @PathParam("slug") String slug, @PathParam("id") UUID id, @Context SecurityContext security) {
        var bundle = Bundle.named(slug, id);
        bundle.requireDone();
        var volumes = Volume.of(id);
        var manifest = manifests.of(bundle);
        note(security, "bundle.download", id, "archive");
        StreamingOutput body = out -> zip(id, volumes, manifest, out);
        return attachment(body, "bundle-" + slug + "-" + bundle.missionCode + ".zip")
                .build();
    }

    private void zip(UUID id, List<Volume> volumes, Manifest.View manifest, OutputStream out) throws IOException {
        try (var zip = new ZipOutputStream(out)) {
            // PDF files are compressed already; a second time would only cost time.
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (var volume : volumes) {
                zip.putNextEntry(new ZipEntry(volume.fileName()));
                try (var in = files.open(id, volume.fileName())) {
                    in.transferTo(zip);
                }
                zip.closeEntry();
            }
            entry(zip, "manifest.json", json.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
            entry(zip, "SHA256SUMS", manifests.sums(volumes));
        }
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    private static Response.ResponseBuilder attachment(Object body, String name) {
        return Response.ok(body)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("Cache-Control", "no-store");
    }

    private void note(SecurityContext security, String action, UUID id, String detail) {
        audit.fire(new Audited(security.getUserPrincipal().getName(), action, id.toString(), detail));
    }
}
