package org.demarche.staff;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where staff say who they are. */
public class SignInPage {

    /** The sign-in page, which afterwards leads on to a page of the desk. */
    public static URI leadingTo(String page) {
        return URI.create("/desk/sign-in?next=" + URLEncoder.encode(page, StandardCharsets.UTF_8));
    }
}
