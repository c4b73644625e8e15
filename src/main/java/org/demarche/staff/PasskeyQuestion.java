package org.demarche.staff;

import org.demarche.staff.passkey.Passkeys;

/**
 * What the script of a page is told.
 *
 * @param options as {@code navigator.credentials} takes them, as JSON in a text; null where there is no question
 * @param question what the answer is sent back with
 * @param problem why there is no question, in a sentence; else null
 */
public record PasskeyQuestion(String options, String question, String problem) {

    public static PasskeyQuestion of(Passkeys.Asked asked) {
        return new PasskeyQuestion(asked.options(), asked.token().value(), null);
    }

    public static PasskeyQuestion none(String problem) {
        return new PasskeyQuestion(null, null, problem);
    }
}
