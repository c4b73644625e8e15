package org.demarche.signing.page;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.demarche.common.Token;
import org.demarche.signing.MySignature;

/** Ends the news to one signer; looking at the page ends nothing, and mail programs may post directly (RFC 8058). */
@Path("/unsubscribe/{token}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class UnsubscribePage {

    private final MySignature mine;
    private final Reading reading;

    UnsubscribePage(MySignature mine, Reading reading) {
        this.mine = mine;
        this.reading = reading;
    }

    @GET
    @Transactional
    public TemplateInstance ask(@PathParam("token") String token) {
        return page(token, false);
    }

    @POST
    @Transactional
    public TemplateInstance stop(@PathParam("token") String token) {
        mine.unsubscribe(new Token(token));
        return page(token, true);
    }

    private TemplateInstance page(String token, boolean done) {
        var language = reading.language(mine.ofNews(new Token(token)).campaign);
        return SigningTemplates.unsubscribe(new UnsubscribeView(reading.page(language), token, done))
                .setLocale(language.locale());
    }
}
