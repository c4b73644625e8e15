package org.demarche.site;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.demarche.bundle.Volume;
import org.demarche.campaign.Campaign;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.Language;
import org.demarche.common.page.PageLanguage;
import org.demarche.common.page.Spoken;
import org.demarche.common.page.Wording;
import org.demarche.delivery.DeliveryMessages;
import org.demarche.letter.CampaignLetter;
import org.demarche.mission.Missions;
import org.demarche.pdf.PdfRenderer;

/** The delivery record to take away: a certificate on paper, and open data; both without anybody's name. */
@Path("/campaigns/{slug}/deliveries")
@RunOnVirtualThread
public class DeliveryData {

    /**
     * @param at to the minute, UTC
     * @param how {@code BY_HAND} or {@code BY_MAIL}
     * @param signatures carried; null where it went by mail, as are {@code pages}; {@code sha256} is empty then
     */
    public record Row(
            Instant at,
            String mission,
            String missionName,
            String how,
            String outcome,
            Long signatures,
            Integer pages,
            List<String> sha256) {}

    public record Data(String campaign, String title, List<Row> deliveries) {}

    public record Line(
            String day, String mission, String outcome, String signatures, String pages, List<String> sha256) {}

    public record CertificateView(
            Language language,
            DeliveryMessages words,
            String organisation,
            String title,
            List<Line> lines,
            String verifyUrl) {}

    @CheckedTemplate(basePath = "delivery")
    static class Templates {
        static native TemplateInstance certificate(CertificateView view);
    }

    private final DeliveryEvents events;
    private final Missions missions;
    private final CampaignLetter letters;
    private final PageLanguage pageLanguage;
    private final PdfRenderer renderer;
    private final DemarcheConfig config;

    DeliveryData(
            DeliveryEvents events,
            Missions missions,
            CampaignLetter letters,
            PageLanguage pageLanguage,
            PdfRenderer renderer,
            DemarcheConfig config) {
        this.events = events;
        this.missions = missions;
        this.letters = letters;
        this.pageLanguage = pageLanguage;
        this.renderer = renderer;
        this.config = config;
    }

    @GET
    @Path("data.json")
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    public Data json(@PathParam("slug") String slug) {
        var campaign = Campaign.publicNamed(slug);
        return new Data(slug, campaign.text(Language.EN).title(), rows(campaign));
    }

    @GET
    @Path("data.csv")
    @Produces("text/csv; charset=UTF-8")
    @Transactional
    public Response csv(@PathParam("slug") String slug) {
        var out = new StringWriter();
        try (var csv = CsvWriter.builder().build(out)) {
            csv.writeRecord("at", "mission", "missionName", "how", "outcome", "signatures", "pages", "sha256");
            rows(Campaign.publicNamed(slug)).forEach(row -> csv.writeRecord(cells(row)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Response.ok(out.toString())
                .header("Content-Disposition", "attachment; filename=\"deliveries-" + slug + ".csv\"")
                .build();
    }

    private static List<String> cells(Row row) {
        return List.of(
                row.at().toString(),
                row.mission(),
                row.missionName(),
                row.how(),
                row.outcome(),
                row.signatures() == null ? "" : row.signatures().toString(),
                row.pages() == null ? "" : row.pages().toString(),
                String.join(" ", row.sha256()));
    }

    @GET
    @Path("certificate.pdf")
    @Produces("application/pdf")
    @Transactional
    public byte[] certificate(@PathParam("slug") String slug) {
        var campaign = Campaign.publicNamed(slug);
        var language = pageLanguage.or(campaign.defaultLanguage);
        var words = Wording.of(DeliveryMessages.class, language);
        var spoken = new Spoken(language, campaign.zoneId());
        var lines = events.of(campaign).stream()
                .map(event -> line(event, row(event), words, spoken, language))
                .toList();
        var view = new CertificateView(
                language,
                words,
                letters.organisationFacts(language).get("name"),
                campaign.text(language).title(),
                lines,
                config.baseUrl() + "/verify");
        return renderer.render(
                        Templates.certificate(view).setLocale(language.locale()).render(),
                        letters.documentInfo(language, words.certificate()))
                .bytes();
    }

    private Line line(DeliveryEvents.Event event, Row row, DeliveryMessages words, Spoken spoken, Language language) {
        var outcome = switch (event.outcome()) {
            case ACCEPTED -> words.accepted();
            case REFUSED -> words.refused();
            case RETURNED -> words.returned();
            case LEFT -> words.left();
            case SERVER -> words.server();
            case UNKNOWN -> words.unknown();
        };
        return new Line(
                spoken.day(event.at()),
                name(event.mission(), language),
                outcome,
                row.signatures() == null ? "" : spoken.number(row.signatures()),
                row.pages() == null ? "" : spoken.number(row.pages()),
                row.sha256());
    }

    private List<Row> rows(Campaign campaign) {
        return events.of(campaign).stream().map(this::row).toList();
    }

    private Row row(DeliveryEvents.Event event) {
        var at = event.at().truncatedTo(ChronoUnit.MINUTES);
        var name = name(event.mission(), Language.EN);
        if (event.handover() == null) {
            return new Row(at, event.mission(), name, "BY_MAIL", event.outcome().name(), null, null, List.of());
        }
        var bundle = event.handover().bundle;
        var volumes = Volume.of(bundle.id);
        return new Row(
                at,
                event.mission(),
                name,
                "BY_HAND",
                event.outcome().name(),
                bundle.carried(),
                volumes.stream().mapToInt(v -> v.pages).sum(),
                volumes.stream().map(v -> v.sha256).toList());
    }

    private String name(String code, Language language) {
        return missions.byCode(code).map(m -> m.nameIn(language)).orElse(code);
    }
}
