package org.demarche.staff.account;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.demarche.common.Problem;
import org.demarche.common.page.DeskPage;
import org.demarche.common.page.QrDrawing;
import org.demarche.staff.Accounts;
import org.demarche.staff.passkey.Passkeys;
import org.demarche.staff.totp.Authenticators;

/**
 * One's own account.
 *
 * @param authenticator whether one is in use
 * @param offer a new one to be set up; null where one is in use
 * @param drawn the offer as the path of a QR code; null where there is no offer
 * @param passkeys the oldest first
 * @param recovery codes that are shown this once; else empty
 * @param left recovery codes that were not used yet
 */
public record AccountView(
        DeskPage page,
        boolean authenticator,
        Authenticators.Secret offer,
        QrDrawing drawn,
        List<Passkeys.Device> passkeys,
        List<String> recovery,
        long left,
        List<Accounts.Browser> browsers,
        List<Problem> problems,
        String done) {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    public String when(Instant moment) {
        return MINUTE.format(moment);
    }

    /** Whether anything beside the password is asked for. */
    public boolean secondFactor() {
        return authenticator || !passkeys.isEmpty();
    }

    /** What is wrong with one field, or null. */
    public String problem(String field) {
        return problems.stream()
                .filter(p -> p.field().equals(field))
                .map(Problem::message)
                .findFirst()
                .orElse(null);
    }
}
