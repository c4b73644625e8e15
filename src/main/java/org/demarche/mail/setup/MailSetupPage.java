package org.demarche.mail.setup;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.demarche.common.page.DeskPage;
import org.demarche.mail.MailConfig;
import org.demarche.mail.Signing;

/** What to publish in the DNS so that mail is believed, and whether it is there. Looking is asked for, never by itself. */
@Path("/desk/mail-setup")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("admin")
@RunOnVirtualThread
public class MailSetupPage {

    @CheckedTemplate(basePath = "mail")
    static class Templates {
        static native TemplateInstance setup(SetupView view);
    }

    private final MailRecords records;
    private final MailConfig config;
    private final Signing signing;

    MailSetupPage(MailRecords records, MailConfig config, Signing signing) {
        this.records = records;
        this.config = config;
        this.signing = signing;
    }

    @GET
    public TemplateInstance show(@Context SecurityContext security) {
        return page(false, security);
    }

    @POST
    public TemplateInstance look(@Context SecurityContext security) {
        return page(true, security);
    }

    private TemplateInstance page(boolean look, SecurityContext security) {
        var local = MailRecords.domain(config.mailFrom()).equals("localhost");
        return Templates.setup(new SetupView(
                DeskPage.of("How mail is set up", "mailbox", security),
                config.mailFrom(),
                config.smtpUrl().isPresent(),
                config.imapUrl().isPresent(),
                signing.published().isPresent(),
                local,
                look && !local,
                local ? java.util.List.of() : records.lines(look)));
    }
}
