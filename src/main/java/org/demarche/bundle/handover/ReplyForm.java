package org.demarche.bundle.handover;

import java.util.ArrayList;
import java.util.List;
import org.demarche.common.BadInput;
import org.demarche.common.Language;
import org.demarche.common.Problem;
import org.demarche.common.Text;

/**
 * What a mission replied, as staff write it down; often long after the handover.
 *
 * @param reply empty takes it back
 * @param language BCP 47 tag of one of ours
 * @param publish whether it stands on the public record
 */
public record ReplyForm(String reply, String language, boolean publish) {

    private static final int LONGEST = 2_000;

    /** @throws BadInput with all that is wrong */
    ReplyForm checked() {
        var text = Text.paragraphs(reply);
        List<Problem> problems = new ArrayList<>();
        if (Text.length(text) > LONGEST) {
            problems.add(new Problem("reply", "at most " + LONGEST + " characters"));
        }
        if (Text.hasControls(reply)) {
            problems.add(new Problem("reply", "control characters are not allowed"));
        }
        if (publish && text.isEmpty()) {
            problems.add(new Problem("reply", "there is nothing to publish"));
        }
        if (!text.isEmpty() && Language.find(language).isEmpty()) {
            problems.add(new Problem("language", "say in which language it is, so that it is read and shown rightly"));
        }
        if (!problems.isEmpty()) throw new BadInput(problems);
        return new ReplyForm(text, language, publish);
    }
}
