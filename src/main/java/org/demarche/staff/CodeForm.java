package org.demarche.staff;

import org.demarche.common.Token;
import org.jboss.resteasy.reactive.RestForm;

/**
 * A code of an authenticator, or one from the paper for bad days.
 *
 * @param pending what the password was answered with
 * @param next the page of the desk they were on their way to
 */
public record CodeForm(
        @RestForm String pending,
        @RestForm String code,
        @RestForm String next) {

    public CodeForm {
        pending = pending == null ? "" : pending;
        code = code == null ? "" : code;
        next = SignInForm.localPage(next);
    }

    Token token() {
        return new Token(pending);
    }

    /** Never the token: it is half of a session. */
    @Override
    public String toString() {
        return "CodeForm[…]";
    }
}
