package org.demarche.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.UUID;
import org.demarche.approval.Approval;
import org.demarche.campaign.Campaign;
import org.demarche.common.Audited;
import org.demarche.common.BadInput;
import org.demarche.common.Language;
import org.demarche.common.page.Wording;
import org.demarche.letter.CampaignLetter;
import org.demarche.pdf.PdfVolume;
import org.demarche.signing.PrintedLines;
import org.demarche.signing.ledger.Ledger;

/** A few pages of exactly what a mission would be handed, each marked as not for delivery. */
@ApplicationScoped
class BundlePreview {

    /** Lines shown: a page or two. */
    private static final int SAMPLE = 40;

    private final CoverVolume cover;
    private final SheetVolume sheets;
    private final PrintedLines signers;
    private final Ledger ledger;
    private final CampaignLetter letters;
    private final Event<Audited> audit;

    BundlePreview(
            CoverVolume cover,
            SheetVolume sheets,
            PrintedLines signers,
            Ledger ledger,
            CampaignLetter letters,
            Event<Audited> audit) {
        this.cover = cover;
        this.sheets = sheets;
        this.signers = signers;
        this.ledger = ledger;
        this.letters = letters;
        this.audit = audit;
    }

    @Transactional
    byte[] render(String slug, String mission, String actor) {
        var campaign = Campaign.named(slug);
        if (!campaign.missions.contains(mission)) {
            throw new BadInput("mission", "not one of this campaign's missions");
        }
        var head = ledger.head(campaign);
        var draft = new Bundle();
        draft.id = new UUID(0, 0);
        draft.campaign = campaign;
        draft.missionCode = mission;
        draft.approval = new Approval();
        draft.ledgerSize = head.size();
        draft.ledgerRoot = head.root();
        var frozen = signers.freeze(campaign, head.size());
        draft.signatures = frozen.size();
        var info = letters.documentInfo(
                Language.EN, Wording.of(PaperMessages.class, Language.EN).notForDelivery());
        var out = new ByteArrayOutputStream();
        try (var volume = PdfVolume.open(out, info)) {
            cover.add(draft, frozen, List.of(), true, volume);
            sheets.preview(draft, frozen.subList(0, Math.min(SAMPLE, frozen.size())), volume);
        }
        audit.fire(new Audited(actor, "bundle.preview", slug, mission));
        return out.toByteArray();
    }
}
