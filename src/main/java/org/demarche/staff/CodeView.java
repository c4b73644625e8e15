package org.demarche.staff;

import org.demarche.common.Token;
import org.demarche.common.page.DeskPage;

/** @param problem why it did not work, in a sentence; null before the first attempt */
public record CodeView(DeskPage page, String pending, String next, String problem) {

    static CodeView asking(Token pending, String next) {
        return new CodeView(new DeskPage("Your code", "", "", ""), pending.value(), next, null);
    }

    static CodeView mistaken(CodeForm form) {
        return again(form, "This is not a code of now, or it was used. Wait for the next one.");
    }

    static CodeView tooSoon(CodeForm form, long seconds) {
        return again(form, SignInView.patience(seconds));
    }

    private static CodeView again(CodeForm form, String problem) {
        return new CodeView(new DeskPage("Not signed in", "", "", ""), form.pending(), form.next(), problem);
    }
}
