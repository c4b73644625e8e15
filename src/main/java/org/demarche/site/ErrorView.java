package org.demarche.site;

import java.util.List;
import org.demarche.common.Problem;

/**
 * What the error page shows.
 *
 * @param wayForward where the link under the text leads: the desk for staff pages, else the first page
 */
public record ErrorView(int status, String title, String sentence, List<Problem> problems, String wayForward) {

    static ErrorView of(ProblemDocument problem, String path) {
        var problems = problem.violations() == null ? List.<Problem>of() : problem.violations();
        var wayForward = path.startsWith("/desk") ? "/desk" : "/";
        return new ErrorView(problem.status(), problem.title(), sentence(problem), problems, wayForward);
    }

    static String sentence(ProblemDocument problem) {
        var detail = problem.detail() == null ? "" : problem.detail();
        return problem.reference() == null
                ? detail
                : detail + " If you write to us about it, please give this reference: " + problem.reference() + ".";
    }
}
