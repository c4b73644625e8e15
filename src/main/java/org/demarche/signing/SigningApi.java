package org.demarche.signing;

import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.demarche.common.BadInput;
import org.demarche.common.Language;
import org.demarche.mission.Regions;

/** Signing over REST: the same answer, byte for byte, for a new signature, a duplicate and a held one. */
@Path("/api/v1/campaigns/{slug}/signatures")
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
public class SigningApi {

    public record Taken(String status) {}

    private static final Taken CONFIRMATION_SENT = new Taken("CONFIRMATION_SENT");

    private final Signing signing;
    private final Regions regions;
    private final FlawWords words;

    SigningApi(Signing signing, Regions regions, FlawWords words) {
        this.signing = signing;
        this.regions = regions;
        this.words = words;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> sign(
            @PathParam("slug") String slug, SignForm form, @HeaderParam("Accept-Language") String acceptLanguage) {
        if (form == null) {
            throw new BadInput("name", "a JSON body is needed");
        }
        var language = Language.preferred(acceptLanguage).orElse(Language.EN);
        var flaws = form.flaws(regions);
        if (!flaws.isEmpty()) {
            throw new BadInput(words.say(flaws, form, language));
        }
        return Uni.createFrom()
                .completionStage(signing.signed(slug, form, Origin.API, language))
                .map(stored -> Response.accepted(CONFIRMATION_SENT).build());
    }
}
