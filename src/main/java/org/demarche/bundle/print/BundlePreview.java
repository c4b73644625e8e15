package org.demarche.bundle.print;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.UUID;
import org.demarche.approval.Approval;
import org.demarche.bundle.Bundle;
import org.demarche.bundle.BundleContent;
import org.demarche.bundle.Wanted;
import org.demarche.campaign.Campaign;
import org.demarche.common.Audited;
import org.demarche.common.BadInput;
import org.demarche.common.Language;
import org.demarche.common.page.Wording;
import org.demarche.letter.CampaignLetter;
import org.demarche.pdf.Binding;
import org.demarche.pdf.DocumentInfo;
import org.demarche.pdf.PdfVolume;
import org.demarche.signing.PrintedLines;
import org.demarche.signing.ledger.Ledger;
import org.demarche.signing.letters.BoundLetters;

/** A few pages of exactly what a mission would be handed, each marked as not for delivery. */
@ApplicationScoped
class BundlePreview {

    /** Lines shown: a page or two. */
    private static final int SAMPLE = 40;

    private static final int LETTERS = 3;

    private final CoverVolume cover;
    private final SheetVolume sheets;
    private final LetterVolume letterVolumes;
    private final PrintedLines signers;
    private final BoundLetters bound;
    private final Ledger ledger;
    private final CampaignLetter letters;
    private final Event<Audited> audit;

    BundlePreview(
            CoverVolume cover,
            SheetVolume sheets,
            LetterVolume letterVolumes,
            PrintedLines signers,
            BoundLetters bound,
            Ledger ledger,
            CampaignLetter letters,
            Event<Audited> audit) {
        this.cover = cover;
        this.sheets = sheets;
        this.letterVolumes = letterVolumes;
        this.signers = signers;
        this.bound = bound;
        this.ledger = ledger;
        this.letters = letters;
        this.audit = audit;
    }

    @Transactional
    byte[] render(String slug, String mission, Wanted wanted, String actor) {
        var campaign = Campaign.named(slug);
        if (!campaign.missions.contains(mission)) {
            throw new BadInput("mission", "not one of this campaign's missions");
        }
        var head = ledger.head(campaign);
        var draft = new Bundle();
        draft.id = new UUID(0, 0);
        draft.campaign = campaign;
        draft.missionCode = mission;
        draft.want(wanted);
        draft.approval = new Approval();
        draft.ledgerSize = head.size();
        draft.ledgerRoot = head.root();
        var out = new ByteArrayOutputStream();
        if (wanted.content() == BundleContent.LETTERS) {
            letters(draft, out);
        } else {
            sheets(draft, out);
        }
        audit.fire(new Audited(actor, "bundle.preview", slug, mission));
        return out.toByteArray();
    }

    private void sheets(Bundle draft, OutputStream out) {
        var frozen = signers.freeze(draft.campaign, draft.ledgerSize, draft.lineOrder);
        draft.signatures = frozen.size();
        try (var volume = PdfVolume.open(out, info(), Binding.withoutHead(Language.EN.locale()))) {
            cover.preview(draft, frozen, volume);
            sheets.preview(draft, frozen.subList(0, Math.min(SAMPLE, frozen.size())), volume);
        }
    }

    private void letters(Bundle draft, OutputStream out) {
        var frozen = bound.freeze(draft.campaign, draft.missionCode, draft.ledgerSize, draft.lineOrder);
        draft.signatures = frozen.size();
        var writers = frozen.stream()
                .map(f -> new PrintedLines.Frozen(f.signature(), f.disclosure()))
                .toList();
        var marked = new Binding(Language.EN.locale(), notForDelivery());
        try (var volume = PdfVolume.open(out, info(), marked)) {
            cover.preview(draft, writers, volume);
            letterVolumes.preview(draft, frozen.subList(0, Math.min(LETTERS, frozen.size())), volume);
        }
    }

    private DocumentInfo info() {
        return letters.documentInfo(Language.EN, notForDelivery());
    }

    private static String notForDelivery() {
        return Wording.of(PaperMessages.class, Language.EN).notForDelivery();
    }
}
