package org.demarche.bundle.photo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.demarche.bundle.handover.Handover;
import org.demarche.common.Audited;
import org.demarche.common.BadInput;
import org.demarche.common.Refusal;
import org.demarche.common.Text;
import org.demarche.privacy.Scopes;
import org.demarche.privacy.Vault;
import org.demarche.signing.retention.CampaignForgotten;

/** Takes photographs in, blurs, publishes and removes them. */
@ApplicationScoped
public class HandoverPhotos {

    private static final int WORDS_MAX = 300;
    private static final int PHOTOS_MAX = 12;

    private final Vault vault;
    private final Clock clock;
    private final Event<Audited> audit;

    HandoverPhotos(Vault vault, Clock clock, Event<Audited> audit) {
        this.vault = vault;
        this.clock = clock;
        this.audit = audit;
    }

    /** Keeps what is to be seen of a JPEG or PNG file; nobody outside sees it yet. */
    @Transactional
    public HandoverPhoto add(Handover handover, byte[] file, String actor) {
        if (HandoverPhoto.of(handover).size() >= PHOTOS_MAX) {
            throw new BadInput("photo", "at most " + PHOTOS_MAX + " photographs of one handover");
        }
        var photo = new HandoverPhoto();
        photo.id = UUID.randomUUID();
        photo.handover = handover;
        photo.scope = Scopes.ofCampaign(handover.bundle.campaign.slug);
        photo.addedBy = actor;
        photo.addedAt = clock.instant();
        keep(photo, Picture.of(file));
        photo.persist();
        note(actor, "photo.add", photo);
        return photo;
    }

    /** Makes a square unrecognisable for good; in per cent of the picture. */
    @Transactional
    public void blur(UUID id, double centreX, double centreY, double size, String actor) {
        var photo = draft(id);
        if (!(size >= 1 && size <= 100 && centreX >= 0 && centreX <= 100 && centreY >= 0 && centreY <= 100)) {
            throw new BadInput("blur", "from 0 to 100 per cent of the picture");
        }
        keep(photo, picture(photo).blurred(centreX, centreY, size));
        note(actor, "photo.blur", photo);
    }

    /** Shows it to everybody, as it is now. */
    @Transactional
    public void publish(UUID id, String words, String actor) {
        var photo = draft(id);
        var told = Text.line(words);
        if (told.isEmpty() || Text.length(told) > WORDS_MAX || Text.hasControls(words)) {
            throw new BadInput("words", "say what is to be seen, in at most " + WORDS_MAX + " characters");
        }
        photo.shown = picture(photo).jpeg();
        photo.draft = null;
        photo.words = told;
        photo.publishedAt = clock.instant();
        note(actor, "photo.publish", photo);
    }

    @Transactional
    public void remove(UUID id, String actor) {
        var photo = HandoverPhoto.named(id);
        note(actor, "photo.remove", photo);
        photo.delete();
    }

    /** The JPEG as staff see it. */
    @Transactional
    public byte[] jpeg(UUID id) {
        var photo = HandoverPhoto.named(id);
        return photo.shown == null ? picture(photo).jpeg() : photo.shown;
    }

    /** @throws Refusal 404 unless it is published */
    @Transactional
    public byte[] published(UUID id) {
        var photo = HandoverPhoto.named(id);
        if (photo.shown == null) throw Refusal.unknown("There is no such photograph.");
        return photo.shown;
    }

    /** What was not published goes with the campaign's signers. */
    void forget(@Observes CampaignForgotten forgotten) {
        List<HandoverPhoto> drafts =
                HandoverPhoto.list("handover.bundle.campaign.id = ?1 and draft is not null", forgotten.campaign());
        drafts.forEach(HandoverPhoto::delete);
    }

    private static HandoverPhoto draft(UUID id) {
        var photo = HandoverPhoto.named(id);
        if (photo.draft == null) throw Refusal.wrongState("This photograph is published; remove it and add it again.");
        return photo;
    }

    private void keep(HandoverPhoto photo, Picture picture) {
        photo.draft = vault.seal(photo.scope, picture.jpeg(), photo.context());
        photo.width = picture.width();
        photo.height = picture.height();
    }

    private Picture picture(HandoverPhoto photo) {
        return new Picture(vault.open(photo.draft, photo.context()), photo.width, photo.height);
    }

    private void note(String actor, String action, HandoverPhoto photo) {
        audit.fire(new Audited(actor, action, photo.id.toString(), photo.handover.id.toString()));
    }
}
