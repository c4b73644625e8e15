package org.demarche.signing;

import io.quarkus.qute.Variant;
import org.demarche.common.Language;

/**
 * What the mail that asks for confirmation says, as text and as HTML in the same words.
 *
 * @param title of the campaign, in the mail's language
 * @param line what the missions will see; null for {@code COUNTED}
 * @param link the full address of {@code /confirm/{token}}
 * @param toChina chooses the notice of care
 * @param help where questions reach the organisation
 */
public record ConfirmationMail(
        Language language, String organisation, String title, String line, String link, boolean toChina, String help) {

    String text() {
        return render(Variant.TEXT_PLAIN);
    }

    String html() {
        return render(Variant.TEXT_HTML);
    }

    private String render(String mediaType) {
        return MailTemplates.confirmationMail(this)
                .setLocale(language.locale())
                .setVariant(Variant.forContentType(mediaType))
                .render();
    }
}
