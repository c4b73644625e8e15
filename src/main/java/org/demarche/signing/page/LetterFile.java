package org.demarche.signing.page;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.demarche.common.Refusal;
import org.demarche.common.Token;
import org.demarche.signing.MySignature;
import org.demarche.signing.letters.OwnLetterPaper;
import org.demarche.signing.letters.OwnLetters;

/** A signer's newest confirmed letter, to print and post. */
@Path("/my/{token}/letter.pdf")
@RunOnVirtualThread
public class LetterFile {

    private final MySignature mine;
    private final OwnLetters letters;
    private final OwnLetterPaper paper;

    LetterFile(MySignature mine, OwnLetters letters, OwnLetterPaper paper) {
        this.mine = mine;
        this.letters = letters;
        this.paper = paper;
    }

    @GET
    @Produces("application/pdf")
    @Transactional
    public Response print(@PathParam("token") String token) {
        var letter = letters.newest(mine.of(new Token(token)))
                .orElseThrow(() -> Refusal.unknown("There is no confirmed letter behind this link."));
        return Response.ok(paper.pdf(paper.of(letter)))
                .header("Content-Disposition", "inline; filename=\"letter.pdf\"")
                .build();
    }
}
