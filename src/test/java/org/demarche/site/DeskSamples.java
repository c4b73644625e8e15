package org.demarche.site;

import static io.restassured.RestAssured.given;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.demarche.Routes;
import org.demarche.bundle.Bundle;
import org.demarche.bundle.FinishedBundle;
import org.demarche.bundle.Volume;
import org.demarche.bundle.handover.Handover;
import org.demarche.staff.Colleague;

/** Something for each page of the desk to show, and the address of each page with it. */
final class DeskSamples implements AutoCloseable {

    private static final String SLUG = "save-north-korean-refugees-day";

    /** Files, drawings and parts of pages. */
    private static final String NO_PAGE =
            ".*(\\.csv|\\.svg|/live|/raw|/html|/paper|/progress|/files/.*|/volumes/.*|\\{.*)";

    final Colleague admin = Colleague.arrives("admin");
    final Colleague coordinator = Colleague.arrives("coordinator");
    private final UUID bundle = FinishedBundle.of(SLUG);
    private final UUID handover = handedOver(bundle);
    private final String serial = serial();
    private final String mail = mailTo(UUID.randomUUID() + "@example.org");

    DeskSamples() {
        admin.at().formParam("mission", "cn-jp-sapporo").post("/desk/staff/" + coordinator.id() + "/mission");
    }

    /** What an admin may look at. */
    List<String> pages() {
        return Routes.all().stream()
                .filter(route -> route.verb().equals("GET") && route.path().startsWith("/desk"))
                .map(route -> route.path()
                        .replace("{slug}/type", "{slug}/type?serial=" + serial)
                        .replace("{slug}", SLUG)
                        .replace("{code}", "cn-jp-tokyo")
                        .replace("{key}", "xi-petition")
                        .replace("{language}", "en")
                        .replace("{handover}", handover.toString())
                        .replace("/staff/{id}", "/staff/" + coordinator.id())
                        .replace("/mailbox/{id}", "/mailbox/" + mail)
                        .replace("handovers/" + SLUG + "/{id}", "handovers/" + SLUG + "/" + bundle)
                        .replace("carry/" + SLUG + "/{id}", "carry/" + SLUG + "/" + bundle))
                .filter(path -> !path.matches(NO_PAGE) && !path.equals("/desk/sign-in"))
                .sorted()
                .toList();
    }

    /** What nobody needs to be signed in for: by a name, the address. */
    Map<String, String> waysIn() {
        var invitation = admin.at()
                .formParam("role", "moderator")
                .post("/desk/staff/invite")
                .asString();
        var reset = admin.at()
                .formParam("lost", "true")
                .post("/desk/staff/" + coordinator.id() + "/reset")
                .asString();
        return Map.of(
                "/desk/sign-in", "/desk/sign-in",
                "/desk/setup", link("/desk/setup/[A-Za-z0-9_-]{43}", invitation),
                "/desk/reset", link("/desk/reset/[A-Za-z0-9_-]{43}", reset));
    }

    private static String link(String pattern, String page) {
        var found = Pattern.compile(pattern).matcher(page);
        if (!found.find()) {
            throw new AssertionError(page);
        }
        return found.group();
    }

    private UUID handedOver(UUID bundle) {
        admin.at()
                .formParams(
                        "at", "2026-01-05T14:00",
                        "place", "side door",
                        "by", "Courier Kobayashi",
                        "channel", "by post",
                        "outcome", "REFUSED",
                        "note", "The courier waited.")
                .post("/desk/handovers/" + SLUG + "/" + bundle)
                .then()
                .statusCode(303);
        return QuarkusTransaction.requiringNew()
                .call(() -> Handover.<Handover>find("bundle.id", bundle).firstResult().id);
    }

    /** Of a sheet that nobody has filled in; printed on it, as people find it. */
    private String serial() {
        var sheet = admin.at()
                .queryParams("count", 1, "language", "en")
                .post("/api/v1/campaigns/" + SLUG + "/sheets")
                .asByteArray();
        try (var pdf = Loader.loadPDF(sheet)) {
            return link("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]", new PDFTextStripper().getText(pdf));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String mailTo(String address) {
        given().contentType("application/json")
                .body(Map.of("name", "Hana Mori", "email", address, "country", "JP"))
                .post("/api/v1/campaigns/" + SLUG + "/signatures")
                .then()
                .statusCode(202);
        return admin.at().queryParam("to", address).get("/api/v1/mail").path("items[0].id");
    }

    /** A handover in the record would be counted by others. */
    @Override
    public void close() {
        QuarkusTransaction.requiringNew().run(() -> {
            Handover.delete("bundle.id", bundle);
            Volume.delete("bundleId", bundle);
            Bundle.deleteById(bundle);
        });
    }
}
