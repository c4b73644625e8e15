package org.demarche.signing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import org.demarche.common.Language;
import org.demarche.common.Problem;
import org.demarche.common.Text;
import org.demarche.common.page.Spoken;
import org.demarche.common.page.Wording;
import org.demarche.mission.Countries;

/** The flaws of a sign form as sentences in the reader's language. */
@ApplicationScoped
public class FlawWords {

    /** One problem for each flaw, in the same order. */
    public List<Problem> say(List<SignForm.Flaw> flaws, SignForm form, Language language) {
        var words = Wording.of(SignProblems.class, language);
        return flaws.stream()
                .map(flaw -> new Problem(flaw.field(), say(flaw, form, words, language)))
                .toList();
    }

    private static String say(SignForm.Flaw flaw, SignForm form, SignProblems words, Language language) {
        return switch (flaw) {
            case NAME_REQUIRED -> words.nameRequired();
            case NAME_TOO_LONG -> words.nameTooLong(SignForm.NAME_MAX);
            case NAME_CONTROLS -> words.nameControls();
            case NAME_LINK -> words.nameLink();
            case NAME_LOOKALIKE -> words.nameLookalike();
            case EMAIL_REQUIRED -> words.emailRequired();
            case EMAIL_INVALID -> words.emailInvalid();
            case EMAIL_BLANK -> words.emailBlank();
            case EMAIL_AT -> words.emailAt();
            case EMAIL_NAME -> words.emailName();
            case EMAIL_DOMAIN -> words.emailDomain();
            case EMAIL_TOO_LONG -> words.emailTooLong();
            case COUNTRY_REQUIRED -> words.countryRequired();
            case COUNTRY_UNKNOWN -> words.countryUnknown();
            case REGION_ELSEWHERE ->
                words.regionUnknown(Countries.name(form.country().strip(), language));
            case CITY_TOO_LONG -> words.cityTooLong(SignForm.CITY_MAX);
            case CITY_CONTROLS -> words.cityControls();
            case COMMENT_TOO_LONG -> {
                int over = Text.length(Text.paragraphs(form.comment())) - SignForm.COMMENT_MAX;
                var spoken = new Spoken(language, ZoneOffset.UTC);
                yield words.commentTooLong(spoken.number(SignForm.COMMENT_MAX), spoken.tally(over));
            }
            case COMMENT_CONTROLS -> words.commentControls();
            case COMMENT_LINK -> words.commentLink();
            case INITIALS_TOO_LONG, INITIALS_CONTROLS -> words.initialsTooLong(SignForm.INITIALS_MAX);
            case DISCLOSURE_UNKNOWN -> words.disclosureUnknown();
            // Hidden fields that no person types: English for the programmer who sent them.
            case LANGUAGE_UNKNOWN -> "language is one of en, ja, ko, zh-Hans";
            case SOURCE_INVALID -> "source takes up to 80 letters, digits, dots, hyphens and underscores";
        };
    }
}
