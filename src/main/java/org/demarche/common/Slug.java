package org.demarche.common;

import java.util.regex.Pattern;

/** A name in a URL: lower-case Latin letters, digits and single hyphens, 2 to 80 characters. */
public record Slug(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final int MAX_LENGTH = 80;

    public Slug {
        if (value == null
                || value.length() < 2
                || value.length() > MAX_LENGTH
                || !FORM.matcher(value).matches()) {
            throw new BadInput("slug", "use 2 to 80 lower-case letters, digits and hyphens");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
