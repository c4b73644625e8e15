package org.demarche.staff;

import java.util.List;
import org.demarche.common.Problem;
import org.demarche.common.page.DeskPage;

/**
 * The page where an account is made.
 *
 * @param invitedBy the colleague who asked them in; null for the first account
 * @param roles in words
 */
public record SetupView(
        DeskPage page, String token, String invitedBy, String roles, SetupForm form, List<Problem> problems) {

    static SetupView of(String token, SetupLink link, SetupForm form, List<Problem> problems) {
        var title = problems.isEmpty() ? "Set up your account" : problems.size() + " to put right: your account";
        return new SetupView(new DeskPage(title, "", "", ""), token, link.invitedBy, link.roles, form, problems);
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
