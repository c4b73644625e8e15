package org.demarche.bundle.photo;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Photographs of handovers that are published, for the delivery record. */
@Path("/deliveries/photos/{id}")
@RunOnVirtualThread
public class PhotoPage {

    private final HandoverPhotos photos;

    PhotoPage(HandoverPhotos photos) {
        this.photos = photos;
    }

    @GET
    @Produces("image/jpeg")
    public Response show(@PathParam("id") UUID id) {
        return Response.ok(photos.published(id))
                .header("Cache-Control", "public, max-age=300")
                .build();
    }
}
