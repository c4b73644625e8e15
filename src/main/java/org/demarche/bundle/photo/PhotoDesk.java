package org.demarche.bundle.photo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
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
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.demarche.bundle.handover.Handover;
import org.demarche.common.BadInput;
import org.demarche.common.Refusal;
import org.demarche.common.page.DeskPage;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Photographs of one handover at the desk: add, blur by pointing at a face, describe and publish, remove. */
@Path("/desk/handover-photos/{handover}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({"admin", "campaigner", "exporter"})
public class PhotoDesk {

    /** Points by which the picture is wide where it is pointed at, so that a click needs no script to be understood. */
    static final int POINTED = 320;

    /** @param height of the picture where it is pointed at */
    public record Item(UUID id, int height, String words, boolean published) {}

    /** @param problem why something was not done; null otherwise */
    public record View(DeskPage page, Handover handover, String slug, List<Item> photos, String problem) {}

    @CheckedTemplate(basePath = "bundle")
    static class Templates {
        static native TemplateInstance photos(View view);
    }

    private final HandoverPhotos photos;

    PhotoDesk(HandoverPhotos photos) {
        this.photos = photos;
    }

    @GET
    @Transactional
    public TemplateInstance show(@PathParam("handover") UUID id, @Context SecurityContext security) {
        return page(id, null, security);
    }

    private static Handover named(UUID id) {
        return Handover.<Handover>findByIdOptional(id).orElseThrow(() -> Refusal.unknown("There is no such handover."));
    }

    private TemplateInstance page(UUID id, String problem, SecurityContext security) {
        var handover = named(id);
        var items = HandoverPhoto.of(handover).stream()
                .map(p -> new Item(p.id, Math.max(1, POINTED * p.height / p.width), p.words, p.publishedAt != null))
                .toList();
        return Templates.photos(new View(
                DeskPage.of("Photographs of a handover", "bundles", security),
                handover,
                handover.bundle.campaign.slug,
                items,
                problem));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response add(
            @PathParam("handover") UUID id, @RestForm("photo") FileUpload photo, @Context SecurityContext security) {
        return done(id, security, () -> {
            if (photo == null || photo.size() == 0) throw new BadInput("photo", "choose a picture first");
            photos.add(named(id), read(photo), actor(security));
        });
    }

    @GET
    @Path("{photo}")
    @Produces("image/jpeg")
    public Response jpeg(@PathParam("handover") UUID id, @PathParam("photo") UUID photo) {
        return Response.ok(photos.jpeg(photo))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** By pointing: the browser sends where in the picture, in points of its {@link #POINTED} width. */
    @POST
    @Path("{photo}/blur")
    public Response blur(
            @PathParam("handover") UUID id,
            @PathParam("photo") UUID photo,
            @FormParam("at.x") Integer x,
            @FormParam("at.y") Integer y,
            @FormParam("left") Double left,
            @FormParam("top") Double top,
            @FormParam("size") Double size,
            @Context SecurityContext security) {
        return done(id, security, () -> {
            var shown = HandoverPhoto.named(photo);
            boolean pointed = x != null && y != null;
            double height = (double) POINTED * shown.height / shown.width;
            if (size == null || !pointed && (left == null || top == null)) throw new BadInput("blur", "where?");
            photos.blur(
                    photo,
                    pointed ? 100.0 * x / POINTED : left,
                    pointed ? 100.0 * y / height : top,
                    size,
                    actor(security));
        });
    }

    @POST
    @Path("{photo}/publish")
    public Response publish(
            @PathParam("handover") UUID id,
            @PathParam("photo") UUID photo,
            @FormParam("words") String words,
            @Context SecurityContext security) {
        return done(id, security, () -> photos.publish(photo, words, actor(security)));
    }

    @POST
    @Path("{photo}/remove")
    public Response remove(
            @PathParam("handover") UUID id, @PathParam("photo") UUID photo, @Context SecurityContext security) {
        return done(id, security, () -> photos.remove(photo, actor(security)));
    }

    private Response done(UUID id, SecurityContext security, Runnable act) {
        try {
            QuarkusTransaction.requiringNew().run(act);
            return Response.seeOther(URI.create("/desk/handover-photos/" + id)).build();
        } catch (BadInput bad) {
            var why = bad.problems().getFirst().message();
            return QuarkusTransaction.requiringNew()
                    .call(() ->
                            Response.status(400).entity(page(id, why, security)).build());
        }
    }

    static byte[] read(FileUpload upload) {
        try {
            return Files.readAllBytes(upload.uploadedFile());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String actor(SecurityContext security) {
        return security.getUserPrincipal().getName();
    }
}
