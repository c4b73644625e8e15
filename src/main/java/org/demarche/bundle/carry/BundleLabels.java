package org.demarche.bundle.carry;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.demarche.bundle.Bundle;
import org.demarche.bundle.Volume;
import org.demarche.bundle.print.PaperMessages;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.Language;
import org.demarche.common.page.Spoken;
import org.demarche.common.page.Wording;
import org.demarche.letter.CampaignLetter;
import org.demarche.letter.Layout;
import org.demarche.mission.Mission;
import org.demarche.mission.Missions;
import org.demarche.pdf.PdfRenderer;

/** What is stuck on binders, boxes and envelopes, and one sheet for the guard at the gate; names no signer. */
@ApplicationScoped
class BundleLabels {

    static final String FILE = "labels.pdf";

    /** Sheets in a box of paper, printed on both sides. */
    private static final int BOX_SHEETS = 2_000;

    private static final int SPINES_A_ROW = 4;
    private static final int ADDRESSES = 8;
    private static final int ADDRESSES_A_ROW = 2;

    /** What the guard reads, once for each language that may be spoken at the gate. */
    public record Said(
            Language language,
            PaperMessages words,
            String organisation,
            String mission,
            String title,
            String volumes,
            String pages,
            String boxes) {}

    public record Spine(String number, int pages) {}

    /** @param volumes such as 0–3 */
    public record Box(int n, int of, String volumes) {}

    /** @param host BCP 47 tag of the language in which the post reads {@code localAddress} */
    public record View(
            Said main,
            List<Said> guard,
            String day,
            String telephone,
            String website,
            String verifyUrl,
            List<List<Spine>> spines,
            List<Box> boxes,
            List<String> address,
            List<String> localAddress,
            String host,
            List<List<Integer>> addresses,
            boolean letterPaper) {}

    @CheckedTemplate(basePath = "bundle")
    static class Templates {
        static native TemplateInstance labels(View view);
    }

    private final Missions missions;
    private final CampaignLetter letters;
    private final PdfRenderer renderer;
    private final DemarcheConfig config;

    BundleLabels(Missions missions, CampaignLetter letters, PdfRenderer renderer, DemarcheConfig config) {
        this.missions = missions;
        this.letters = letters;
        this.renderer = renderer;
        this.config = config;
    }

    /** The labels of a finished bundle, as a PDF: some pages, whatever the number of signers. */
    @Transactional
    byte[] of(Bundle bundle, List<Volume> volumes) {
        var mission = missions.byCode(bundle.missionCode).orElseThrow();
        var language =
                letters.languagesFor(bundle.campaign, mission, bundle.language).getFirst();
        var view = view(bundle, volumes, mission, language);
        var info = letters.documentInfo(language, view.main().words().labels());
        return renderer.render(
                        Templates.labels(view).setLocale(language.locale()).render(), info)
                .bytes();
    }

    private View view(Bundle bundle, List<Volume> volumes, Mission mission, Language language) {
        var boxes = boxes(volumes);
        var atTheGate = Stream.of(Language.find(mission.hostLanguage()).orElse(Language.EN), language, Language.EN)
                .distinct()
                .map(spoken -> said(bundle, volumes, boxes.size(), mission, spoken))
                .toList();
        var own = letters.organisationFacts(language);
        return new View(
                said(bundle, volumes, boxes.size(), mission, language),
                atTheGate,
                new Spoken(language, bundle.campaign.zoneId()).day(bundle.finishedAt),
                own.getOrDefault("phone", ""),
                own.getOrDefault("website", ""),
                config.baseUrl() + "/verify",
                rows(spines(volumes), SPINES_A_ROW),
                boxes,
                mission.addressLines(),
                mission.localAddressLines(),
                mission.hostLanguage(),
                rows(Collections.nCopies(ADDRESSES, 0), ADDRESSES_A_ROW),
                bundle.paper == Layout.Paper.LETTER);
    }

    private Said said(Bundle bundle, List<Volume> volumes, int boxes, Mission mission, Language language) {
        var spoken = new Spoken(language, bundle.campaign.zoneId());
        return new Said(
                language,
                Wording.of(PaperMessages.class, language),
                letters.organisationFacts(language).get("name"),
                mission.nameIn(language),
                bundle.campaign.text(language).title(),
                spoken.number(volumes.size()),
                spoken.number(volumes.stream().mapToInt(v -> v.pages).sum()),
                spoken.number(boxes));
    }

    private static List<Spine> spines(List<Volume> volumes) {
        return volumes.stream()
                .map(v -> new Spine(Integer.toString(v.n), v.pages))
                .toList();
    }

    static List<Box> boxes(List<Volume> volumes) {
        var firsts = new ArrayList<Integer>();
        int sheets = BOX_SHEETS;
        for (int i = 0; i < volumes.size(); i++) {
            int these = (volumes.get(i).pages + 1) / 2;
            if (sheets + these > BOX_SHEETS) {
                firsts.add(i);
                sheets = 0;
            }
            sheets += these;
        }
        var boxes = new ArrayList<Box>();
        for (int b = 0; b < firsts.size(); b++) {
            int from = volumes.get(firsts.get(b)).n;
            int to = volumes.get(b + 1 < firsts.size() ? firsts.get(b + 1) - 1 : volumes.size() - 1).n;
            boxes.add(new Box(b + 1, firsts.size(), from == to ? "" + from : from + "–" + to));
        }
        return boxes;
    }

    private static <T> List<List<T>> rows(List<T> all, int wide) {
        var rows = new ArrayList<List<T>>();
        for (int at = 0; at < all.size(); at += wide) rows.add(all.subList(at, Math.min(all.size(), at + wide)));
        return rows;
    }
}
