package org.demarche.staff;

import java.net.URI;
import java.net.URISyntaxException;
import org.jboss.resteasy.reactive.RestForm;

/**
 * Who somebody says they are.
 *
 * @param next the page of the desk they were on their way to
 */
public record SignInForm(
        @RestForm String email,
        @RestForm String password,
        @RestForm String next) {

    public SignInForm {
        email = email == null ? "" : email.strip();
        password = password == null ? "" : password;
        next = localPage(next);
    }

    /** Only pages of the desk: everything else leads to its first page. */
    static String localPage(String next) {
        var local = next != null
                && next.matches("/desk(?:[/?][\\x21-\\x7E&&[^\\\\]]*)?")
                && !next.contains("//")
                && !next.contains("..")
                && isUri(next);
        return local ? next : "/desk";
    }

    private static boolean isUri(String text) {
        try {
            return new URI(text).getHost() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
