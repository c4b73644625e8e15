package org.demarche.signing.register;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.UUID;
import org.demarche.campaign.Campaign;
import org.demarche.common.Items;
import org.demarche.common.Paging;
import org.demarche.privacy.Vault;
import org.demarche.signing.Disclosure;
import org.demarche.signing.Origin;
import org.demarche.signing.Person;
import org.demarche.signing.Signature;
import org.demarche.signing.SignatureStatus;
import org.demarche.signing.guard.Suspicion;

/** Signatures for staff over REST: list, judge, import. */
@Path("/api/v1/campaigns/{slug}/signatures")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SignaturesApi {

    /** @param email left out for moderators, who do not need it */
    public record SignatureView(
            UUID id,
            String name,
            String email,
            String country,
            String region,
            String city,
            String comment,
            SignatureStatus status,
            Suspicion heldFor,
            String heldNetwork,
            boolean undeliverable,
            Disclosure disclosure,
            Origin origin,
            String source,
            Instant createdAt,
            Instant confirmedAt) {}

    public record Reason(String reason) {}

    private final SignatureRegister register;
    private final Judging judging;
    private final SignatureImport imports;
    private final Vault vault;

    SignaturesApi(SignatureRegister register, Judging judging, SignatureImport imports, Vault vault) {
        this.register = register;
        this.judging = judging;
        this.imports = imports;
        this.vault = vault;
    }

    @GET
    @RolesAllowed({"admin", "campaigner", "moderator", "exporter"})
    @Transactional
    public Items<SignatureView> list(
            @PathParam("slug") String slug,
            @QueryParam("status") SignatureStatus status,
            @QueryParam("heldFor") Suspicion heldFor,
            @QueryParam("undeliverable") Boolean undeliverable,
            @QueryParam("country") String country,
            @QueryParam("email") String email,
            @QueryParam("page") @DefaultValue("0") int page,
            @QueryParam("size") @DefaultValue("50") int size,
            @Context SecurityContext security) {
        var paging = new Paging(page, size);
        boolean withEmail = security.isUserInRole("admin") || security.isUserInRole("exporter");
        var found = register.find(
                Campaign.named(slug),
                new SignatureRegister.Filter(status, heldFor, undeliverable, country, withEmail ? email : null, null));
        return new Items<>(
                found.page(paging.page(), paging.size()).stream()
                        .map(s -> view(s, withEmail))
                        .toList(),
                found.count());
    }

    private SignatureView view(Signature s, boolean withEmail) {
        var p = s.sealedPerson == null ? new Person(null, null, null, null, null, null) : s.person(vault);
        return new SignatureView(
                s.id,
                p.name(),
                withEmail ? p.email() : null,
                s.country,
                p.region(),
                p.city(),
                p.comment(),
                s.status,
                s.heldFor,
                s.heldNetwork,
                s.undeliverable,
                s.disclosure,
                s.origin,
                s.source,
                s.createdAt,
                s.confirmedAt);
    }

    @POST
    @Path("{id}/hold")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"admin", "moderator"})
    public void hold(
            @PathParam("slug") String slug,
            @PathParam("id") UUID id,
            Reason reason,
            @Context SecurityContext security) {
        register.hold(slug, id, reason == null ? null : reason.reason(), actor(security));
    }

    @POST
    @Path("{id}/release")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"admin", "moderator"})
    public void release(
            @PathParam("slug") String slug,
            @PathParam("id") UUID id,
            Reason reason,
            @Context SecurityContext security) {
        register.release(slug, id, reason == null ? null : reason.reason(), actor(security));
    }

    @POST
    @Path("{id}/reject")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"admin", "moderator"})
    public void reject(
            @PathParam("slug") String slug,
            @PathParam("id") UUID id,
            Reason reason,
            @Context SecurityContext security) {
        register.reject(slug, id, reason == null ? null : reason.reason(), actor(security));
    }

    /** How many were released or rejected. */
    public record Judged(long judged) {}

    /** Releases or rejects in bulk what the guard holds. */
    @POST
    @Path("{verb: release|reject}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"admin", "moderator"})
    public Judged judge(
            @PathParam("slug") String slug,
            @PathParam("verb") String verb,
            HeldSignatures.Choice choice,
            @Context SecurityContext security) {
        return new Judged(judging.judge(slug, choice, "release".equals(verb), actor(security)));
    }

    @POST
    @Path("import")
    @Consumes("text/csv")
    @RolesAllowed({"admin", "campaigner"})
    public SignatureImport.Outcome importCsv(
            @PathParam("slug") String slug,
            @QueryParam("atomic") boolean atomic,
            @QueryParam("dryRun") boolean dryRun,
            @QueryParam("encoding") String encoding,
            byte[] csv,
            @Context SecurityContext security) {
        return imports.run(slug, csv, new SignatureImport.Mode(atomic, dryRun, encoding), actor(security));
    }

    private static String actor(SecurityContext security) {
        return security.getUserPrincipal().getName();
    }
}
