package org.demarche.site;

import java.util.List;
import java.util.Map;
import org.demarche.common.Language;
import org.demarche.common.Problem;
import org.demarche.common.page.Wording;
import org.demarche.signing.ConfirmationMail;
import org.demarche.signing.SignProblems;
import org.demarche.signing.page.CheckMailView;
import org.demarche.signing.page.ConfirmMessages;
import org.demarche.signing.page.ConfirmView;
import org.demarche.signing.page.ConfirmedView;
import org.demarche.signing.page.LedgerView;
import org.demarche.signing.page.MyView;
import org.demarche.signing.page.Preview;
import org.demarche.signing.page.Receipt;
import org.demarche.signing.page.SignFormView;

/** Invented views of what follows a signature. */
final class SignerSamples extends Sample {

    SignerSamples(Language language) {
        super(language);
    }

    CheckMailView checkMail() {
        return new CheckMailView(page("/campaigns/safe-passage"), "safe-passage", "letters@example.org", true);
    }

    ConfirmView confirm(boolean letter) {
        return new ConfirmView(
                page("/confirm/t0ken"),
                "t0ken",
                title(),
                "森 花",
                letter ? null : line(),
                letter ? null : "Let them go on. <b>",
                false,
                true,
                letter ? goesTo() : null,
                letter ? "PLATFORM" : null,
                letter ? List.of("I teach.", "And <I> write.") : List.of());
    }

    private Receipt receipt() {
        var s = spoken();
        return new Receipt(
                "my-t0ken",
                title(),
                3,
                language.nativeName(),
                s.hour(NOW),
                "1,848",
                "1,848",
                line(),
                false,
                true,
                HEX,
                HEX,
                s.moment(NOW));
    }

    ConfirmedView confirmed(boolean letter) {
        var words = Wording.of(ConfirmMessages.class, language);
        return new ConfirmedView(
                page("/confirm/t0ken"),
                "my-t0ken",
                "safe-passage",
                title(),
                spoken().dayOfYear(DELIVERED),
                letter,
                !letter,
                "https://example.org/campaigns/safe-passage",
                letter ? null : receipt(),
                letter ? "mailto:info@example.org?subject=x" : null,
                letter ? "/my/my-t0ken/letter.pdf" : null);
    }

    MyView my(MyView.Status status, boolean open) {
        var gone = status == MyView.Status.WITHDRAWN;
        return new MyView(
                page("/my/my-t0ken"),
                "my-t0ken",
                status,
                "safe-passage",
                title(),
                open,
                true,
                spoken().day(CLOSES),
                open,
                open
                        ? SignFormView.empty(language, null)
                        : new SignFormView(
                                Map.of(),
                                List.of(new Problem(
                                        "sure",
                                        Wording.of(SignProblems.class, language).sureNeeded()))),
                Preview.sample(language, null),
                status == MyView.Status.CONFIRMED ? receipt() : null,
                gone
                        ? null
                        : new MyView.Held("森 花", "hana.mori@example.org", line(), "Miyagi", "Sendai", "", "newsletter"),
                gone
                        ? List.of()
                        : List.of(
                                new MyView.Letter(goesTo(), "PLATFORM", List.of("I teach."), "SERVER"),
                                new MyView.Letter(goesTo(), "PRINT", List.of(), "YOURS")));
    }

    LedgerView ledger(long size) {
        return new LedgerView(
                page("/campaigns/safe-passage/ledger"),
                "safe-passage",
                title(),
                spoken().tally(size),
                spoken().tally(size),
                HEX,
                spoken().moment(NOW),
                "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJCrze8SNFZ4kA==",
                "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=");
    }

    ConfirmationMail mail(boolean listed) {
        return new ConfirmationMail(
                language,
                page("/").letterhead().name(),
                SampleLetter.title(language),
                listed ? line() : null,
                "https://example.org/confirm/Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmE",
                listed,
                "help@example.org");
    }
}
