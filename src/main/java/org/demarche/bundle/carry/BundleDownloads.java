package org.demarche.bundle.carry;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import org.demarche.approval.NeedsSecondFactor;
import org.demarche.bundle.Bundle;
import org.demarche.bundle.BundleFiles;
import org.demarche.bundle.Volume;
import org.demarche.common.Audited;
import org.demarche.common.Refusal;

/** The files of a finished bundle; each download is in the audit trail. */
@Path("/api/v1/campaigns/{slug}/bundles")
@RunOnVirtualThread
@RolesAllowed({"admin", "exporter"})
@NeedsSecondFactor
public class BundleDownloads {

    private final BundleFiles files;
    private final BundleLabels labels;
    private final BundleArchive archive;
    private final Manifest manifests;
    private final Clock clock;
    private final Event<Audited> audit;

    BundleDownloads(
            BundleFiles files,
            BundleLabels labels,
            BundleArchive archive,
            Manifest manifests,
            Clock clock,
            Event<Audited> audit) {
        this.files = files;
        this.labels = labels;
        this.archive = archive;
        this.manifests = manifests;
        this.clock = clock;
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
    @Path("{id}/labels")
    @Produces("application/pdf")
    @Transactional
    public Response labels(@PathParam("slug") String slug, @PathParam("id") UUID id) {
        var bundle = Bundle.named(slug, id);
        bundle.requireDone();
        return attachment(labels.of(bundle, Volume.of(id)), BundleLabels.FILE).build();
    }

    @GET
    @Path("{id}/archive")
    @Produces("application/zip")
    @Transactional
    public Response archive(@PathParam("slug") String slug, @PathParam("id") UUID id, @Context SecurityContext security)
            throws IOException {
        return archive.download(
                Bundle.named(slug, id), security.getUserPrincipal().getName(), new ArchiveLock.None());
    }

    /** The same, encrypted with a passphrase or to an OpenPGP key; by POST, so that no passphrase stands in an address. */
    @POST
    @Path("{id}/archive")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.WILDCARD)
    @Transactional
    public Response encrypted(
            @PathParam("slug") String slug,
            @PathParam("id") UUID id,
            @FormParam("passphrase") String passphrase,
            @FormParam("key") String key,
            @Context SecurityContext security)
            throws IOException {
        return archive.download(
                Bundle.named(slug, id),
                security.getUserPrincipal().getName(),
                ArchiveLock.required(passphrase, key, clock.instant()));
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
