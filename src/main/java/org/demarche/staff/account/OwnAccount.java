package org.demarche.staff.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Supplier;
import org.demarche.common.BadInput;
import org.demarche.common.Problem;
import org.demarche.common.page.QrDrawing;
import org.demarche.staff.Accounts;
import org.demarche.staff.Desk;
import org.demarche.staff.StaffMember;
import org.demarche.staff.passkey.Passkeys;
import org.demarche.staff.totp.Authenticators;
import org.demarche.staff.totp.RecoveryCodes;

/** The account of whoever asks, as their page shows it before and after each deed. */
@ApplicationScoped
class OwnAccount {

    @CheckedTemplate(basePath = "staff")
    static class Templates {
        static native TemplateInstance account(AccountView view);
    }

    /**
     * What came of a deed.
     *
     * @param recovery codes that are shown this once; else empty
     */
    record Done(String sentence, List<String> recovery) {

        static Done said(String sentence) {
            return new Done(sentence, List.of());
        }
    }

    private final Accounts accounts;
    private final Authenticators authenticators;
    private final Passkeys passkeys;
    private final RecoveryCodes paper;
    private final SecurityIdentity identity;

    OwnAccount(
            Accounts accounts,
            Authenticators authenticators,
            Passkeys passkeys,
            RecoveryCodes paper,
            SecurityIdentity identity) {
        this.accounts = accounts;
        this.authenticators = authenticators;
        this.passkeys = passkeys;
        this.paper = paper;
        this.identity = identity;
    }

    StaffMember me() {
        return accounts.of(identity.getPrincipal().getName());
    }

    TemplateInstance show(String session) {
        return show(session, List.of(), Done.said(null));
    }

    /** The page after a deed, or with what stood against it. */
    Response after(String session, Supplier<Done> deed) {
        try {
            var done = deed.get();
            return Response.ok(show(session, List.of(), done)).build();
        } catch (BadInput bad) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(show(session, bad.problems(), Done.said(null)))
                    .build();
        }
    }

    private TemplateInstance show(String session, List<Problem> problems, Done done) {
        var me = me();
        boolean has = authenticators.has(me.id());
        var offer = has ? null : authenticators.offer(me.id(), me.name());
        return Templates.account(new AccountView(
                Desk.page("Your account", "account", identity),
                has,
                offer,
                offer == null ? null : QrDrawing.of(offer.uri()),
                passkeys.of(me.id()),
                done.recovery(),
                paper.left(me.id()),
                accounts.browsers(me, session),
                problems,
                done.sentence()));
    }
}
