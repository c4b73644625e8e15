package org.demarche.signing.page;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.demarche.common.Language;
import org.demarche.common.Problem;
import org.demarche.common.Token;
import org.demarche.common.page.Phrase;
import org.demarche.common.page.Spoken;
import org.demarche.common.page.Wording;
import org.demarche.mission.Countries;
import org.demarche.mission.Missions;
import org.demarche.mission.Regions;
import org.demarche.privacy.Vault;
import org.demarche.signing.Disclosure;
import org.demarche.signing.MySignature;
import org.demarche.signing.OwnLine;
import org.demarche.signing.Person;
import org.demarche.signing.SignProblems;
import org.demarche.signing.Signature;
import org.demarche.signing.SignatureStatus;

/** A signer's own page: status, receipt, what the missions see, withdrawal. */
@Path("/my/{token}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class MyPage {

    private final MySignature mine;
    private final Reading reading;
    private final OwnLine ownLine;
    private final WritersView letters;
    private final Receipts receipts;
    private final Regions regions;
    private final Missions missions;
    private final Vault vault;
    private final Clock clock;

    MyPage(
            MySignature mine,
            Reading reading,
            OwnLine ownLine,
            WritersView letters,
            Receipts receipts,
            Regions regions,
            Missions missions,
            Vault vault,
            Clock clock) {
        this.mine = mine;
        this.reading = reading;
        this.ownLine = ownLine;
        this.letters = letters;
        this.receipts = receipts;
        this.regions = regions;
        this.missions = missions;
        this.vault = vault;
        this.clock = clock;
    }

    @GET
    @Transactional
    public TemplateInstance my(@PathParam("token") String token, @QueryParam("changed") boolean changed) {
        return page(mine.of(new Token(token)), token, changed, List.of());
    }

    @POST
    @Path("disclosure")
    @Transactional
    public Response disclose(
            @PathParam("token") String token,
            @FormParam("disclosure") String disclosure,
            @FormParam("initials") String initials) {
        var wanted = Arrays.stream(Disclosure.values())
                .filter(d -> d.name().equals(disclosure))
                .findFirst();
        var signature = mine.of(new Token(token));
        if (wanted.isEmpty()) {
            var words = Wording.of(SignProblems.class, reading.language(signature.campaign));
            return bad(signature, token, new Problem("disclosure", words.disclosureUnknown()));
        }
        mine.disclose(new Token(token), wanted.get(), initials);
        return Response.seeOther(URI.create("/my/" + token + "?changed=true")).build();
    }

    @POST
    @Path("name")
    @Transactional
    public Response unname(@PathParam("token") String token) {
        mine.unname(new Token(token));
        return Response.seeOther(URI.create("/my/" + token + "?changed=true")).build();
    }

    @POST
    @Path("news")
    @Transactional
    public Response stopNews(@PathParam("token") String token) {
        mine.stopNews(new Token(token));
        return Response.seeOther(URI.create("/my/" + token + "?changed=true")).build();
    }

    @POST
    @Path("withdraw")
    @Transactional
    public Response withdraw(@PathParam("token") String token, @FormParam("sure") String sure) {
        var signature = mine.of(new Token(token));
        var language = reading.language(signature.campaign);
        if (!"yes".equals(sure)) {
            return bad(
                    signature,
                    token,
                    new Problem("sure", Wording.of(SignProblems.class, language).sureNeeded()));
        }
        mine.withdraw(new Token(token));
        return Response.ok(page(signature, token, false, List.of())).build();
    }

    private Response bad(Signature signature, String token, Problem problem) {
        return Response.status(400)
                .entity(page(signature, token, false, List.of(problem)))
                .build();
    }

    private TemplateInstance page(Signature signature, String token, boolean changed, List<Problem> problems) {
        var campaign = signature.campaign;
        var language = reading.language(campaign);
        var spoken = new Spoken(language, campaign.zoneId());
        boolean withdrawn = signature.status == SignatureStatus.WITHDRAWN;
        var person = withdrawn || !vault.opens() ? null : signature.person(vault);
        var initials = person == null ? "" : Objects.requireNonNullElse(person.initials(), "");
        var view = new MyView(
                reading.page(language),
                token,
                MyView.Status.valueOf(signature.status.name()),
                campaign.slug,
                new Phrase(language.tag(), campaign.text(language).title()),
                campaign.takesSignatures(clock.instant()),
                missions.anyOf("CN", campaign.missions),
                campaign.closing().map(spoken::day).orElse(""),
                changed,
                new SignFormView(Map.of("disclosure", signature.disclosure.name(), "initials", initials), problems),
                person == null ? Preview.sample(language, null) : Preview.choices(ownLine, signature, person, language),
                withdrawn ? null : receipts.of(signature, language),
                person == null ? null : held(signature, person, language),
                withdrawn ? List.of() : letters.all(signature, language));
        return SigningTemplates.my(view).setLocale(language.locale());
    }

    private MyView.Held held(Signature signature, Person person, Language language) {
        return new MyView.Held(
                person.name(),
                person.email(),
                Countries.name(signature.country, language),
                person.region() == null ? null : regions.name(person.region(), language),
                person.city(),
                person.comment(),
                signature.source);
    }
}
