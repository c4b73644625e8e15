package org.demarche.staff;

import org.demarche.common.page.DeskPage;

/** @param problem why it did not work, in a sentence; null before the first attempt */
public record SignInView(DeskPage page, String email, String next, String problem) {

    static SignInView asking(SignInForm form) {
        return view("Sign in", form, null);
    }

    static SignInView mistaken(SignInForm form) {
        return view("Not signed in", form, "This e-mail address and password do not belong together.");
    }

    static SignInView tooSoon(SignInForm form, long seconds) {
        return view("Not signed in", form, patience(seconds));
    }

    static SignInView late(String next) {
        return view("Not signed in", new SignInForm("", "", next), "The code came too late. Please begin again.");
    }

    /** The same for every reason, as with a password. */
    static SignInView passkeyRefused(String next) {
        return view("Not signed in", new SignInForm("", "", next), "This passkey opens nothing here.");
    }

    static String patience(long seconds) {
        return "There were many attempts that failed. Please wait " + seconds + (seconds == 1 ? " second" : " seconds")
                + ", then try again.";
    }

    private static SignInView view(String title, SignInForm form, String problem) {
        return new SignInView(new DeskPage(title, "", "", ""), form.email(), form.next(), problem);
    }
}
