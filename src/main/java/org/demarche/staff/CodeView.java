package org.demarche.staff;

import org.demarche.common.Token;
import org.demarche.common.page.DeskPage;

/**
 * What is owed after the password.
 *
 * @param owed what this member has; after too many attempts it is not looked up, and both are offered
 * @param problem why it did not work, in a sentence; null before the first attempt
 */
public record CodeView(DeskPage page, String pending, String next, SecondFactors.Owed owed, String problem) {

    static CodeView asking(SignIn.OwesCode owes, String next) {
        return view("One more proof", owes.pending(), next, owes.owed(), null);
    }

    static CodeView mistaken(SignIn.OwesCode owes, String next) {
        var problem = owes.owed().code()
                ? "This is not a code of now, or it was used. Wait for the next one."
                : "This is none of your recovery codes, or it was used.";
        return view("Not signed in", owes.pending(), next, owes.owed(), problem);
    }

    static CodeView tooSoon(CodeForm form, long seconds) {
        return view(
                "Not signed in",
                form.token(),
                form.next(),
                new SecondFactors.Owed(true, true),
                SignInView.patience(seconds));
    }

    private static CodeView view(String title, Token pending, String next, SecondFactors.Owed owed, String problem) {
        return new CodeView(new DeskPage(title, "", "", ""), pending.value(), next, owed, problem);
    }
}
