package org.demarche.signing;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.demarche.common.EmailAddress;
import org.demarche.common.Language;
import org.demarche.common.MailboxFlaw;
import org.demarche.common.Text;
import org.demarche.mission.Regions;
import org.demarche.signing.guard.Attempt;

/**
 * A signature as it is typed, on the page or in a call to the API. Nothing is cut or guessed: what does not fit is a
 * {@link Flaw} and the person is told.
 */
public record SignForm(
        String name,
        String email,
        String country,
        String region,
        String city,
        String comment,
        String initials,
        String language,
        String disclosure,
        boolean publicName,
        boolean news,
        String source,
        String website,
        String stamp,
        String proof) {

    /** The form as a browser posts it; a field that is absent is null. */
    public static SignForm of(MultivaluedMap<String, String> posted) {
        return new SignForm(
                posted.getFirst("name"),
                posted.getFirst("email"),
                posted.getFirst("country"),
                posted.getFirst("region"),
                posted.getFirst("city"),
                posted.getFirst("comment"),
                posted.getFirst("initials"),
                posted.getFirst("language"),
                posted.getFirst("disclosure"),
                "true".equals(posted.getFirst("publicName")),
                "true".equals(posted.getFirst("news")),
                posted.getFirst("source"),
                posted.getFirst("website"),
                posted.getFirst("stamp"),
                posted.getFirst("proof"));
    }

    /** One thing that is wrong with a field; each has its sentence in every language. */
    public enum Flaw {
        NAME_REQUIRED("name"),
        NAME_TOO_LONG("name"),
        NAME_CONTROLS("name"),
        NAME_LINK("name"),
        NAME_LOOKALIKE("name"),
        EMAIL_REQUIRED("email"),
        EMAIL_INVALID("email"),
        EMAIL_BLANK("email"),
        EMAIL_AT("email"),
        EMAIL_NAME("email"),
        EMAIL_DOMAIN("email"),
        EMAIL_TOO_LONG("email"),
        COUNTRY_REQUIRED("country"),
        COUNTRY_UNKNOWN("country"),
        REGION_ELSEWHERE("region"),
        CITY_TOO_LONG("city"),
        CITY_CONTROLS("city"),
        COMMENT_TOO_LONG("comment"),
        COMMENT_CONTROLS("comment"),
        COMMENT_LINK("comment"),
        INITIALS_TOO_LONG("initials"),
        INITIALS_CONTROLS("initials"),
        DISCLOSURE_UNKNOWN("disclosure"),
        LANGUAGE_UNKNOWN("language"),
        SOURCE_INVALID("source");

        private final String field;

        Flaw(String field) {
            this.field = field;
        }

        public String field() {
            return field;
        }
    }

    public static final int NAME_MAX = 200;
    public static final int CITY_MAX = 100;
    public static final int COMMENT_MAX = 500;
    public static final int INITIALS_MAX = 12;

    private static final Set<String> COUNTRIES = Set.copyOf(Arrays.asList(Locale.getISOCountries()));
    private static final String SOURCE_FORM = "[A-Za-z0-9_.-]{1,80}";

    /** What is wrong, in the order of the fields; empty where the form can be taken. */
    public List<Flaw> flaws(Regions regions) {
        var flaws = new ArrayList<Flaw>();
        if (!Text.hasLetter(Text.line(name))) {
            flaws.add(Flaw.NAME_REQUIRED);
        }
        line(flaws, name, NAME_MAX, Flaw.NAME_TOO_LONG, Flaw.NAME_CONTROLS);
        if (Shown.hasLink(name)) {
            flaws.add(Flaw.NAME_LINK);
        }
        if (Shown.hasLookalike(Text.line(name))) {
            flaws.add(Flaw.NAME_LOOKALIKE);
        }
        if (email == null || email.isBlank()) {
            flaws.add(Flaw.EMAIL_REQUIRED);
        } else if (EmailAddress.parse(email).isEmpty()) {
            flaws.add(EmailAddress.flaw(email).map(SignForm::flaw).orElse(Flaw.EMAIL_INVALID));
        }
        if (country == null || country.isBlank()) {
            flaws.add(Flaw.COUNTRY_REQUIRED);
        } else if (!COUNTRIES.contains(country.strip())) {
            flaws.add(Flaw.COUNTRY_UNKNOWN);
        } else if (given(region) && !fits(region.strip(), country.strip(), regions)) {
            flaws.add(Flaw.REGION_ELSEWHERE);
        }
        line(flaws, city, CITY_MAX, Flaw.CITY_TOO_LONG, Flaw.CITY_CONTROLS);
        if (Text.length(Text.paragraphs(comment)) > COMMENT_MAX) {
            flaws.add(Flaw.COMMENT_TOO_LONG);
        }
        if (Text.hasControls(comment)) {
            flaws.add(Flaw.COMMENT_CONTROLS);
        }
        if (Shown.hasLink(comment)) {
            flaws.add(Flaw.COMMENT_LINK);
        }
        line(flaws, initials, INITIALS_MAX, Flaw.INITIALS_TOO_LONG, Flaw.INITIALS_CONTROLS);
        if (given(disclosure)
                && Arrays.stream(Disclosure.values()).noneMatch(d -> d.name().equals(disclosure))) {
            flaws.add(Flaw.DISCLOSURE_UNKNOWN);
        }
        if (given(language) && Language.find(language).isEmpty()) {
            flaws.add(Flaw.LANGUAGE_UNKNOWN);
        }
        if (given(source) && !source.matches(SOURCE_FORM)) {
            flaws.add(Flaw.SOURCE_INVALID);
        }
        return flaws;
    }

    /** Where we hold no list of a country's regions, the form of ISO 3166-2 has to do. */
    private static boolean fits(String region, String country, Regions regions) {
        return regions.of(country).isEmpty()
                ? region.matches(country + "-[A-Z0-9]{1,3}")
                : regions.belongs(country, region);
    }

    private static Flaw flaw(MailboxFlaw flaw) {
        return switch (flaw) {
            case BLANK -> Flaw.EMAIL_BLANK;
            case AT -> Flaw.EMAIL_AT;
            case NAME -> Flaw.EMAIL_NAME;
            case DOMAIN -> Flaw.EMAIL_DOMAIN;
            case TOO_LONG -> Flaw.EMAIL_TOO_LONG;
        };
    }

    private static void line(List<Flaw> flaws, String typed, int max, Flaw tooLong, Flaw controls) {
        if (Text.length(Text.line(typed)) > max) {
            flaws.add(tooLong);
        }
        if (Text.hasControls(typed) || Text.hasLineBreak(typed)) {
            flaws.add(controls);
        }
    }

    public Person person() {
        return new Person(
                Text.line(name),
                EmailAddress.parse(email).map(EmailAddress::value).orElse(null),
                given(region) ? region.strip() : null,
                orNull(Text.line(city)),
                orNull(Text.paragraphs(comment)),
                orNull(Text.line(initials)));
    }

    public EmailAddress address() {
        return EmailAddress.parse(email).orElseThrow();
    }

    public Disclosure chosenDisclosure() {
        return given(disclosure) ? Disclosure.valueOf(disclosure) : Disclosure.COUNTRY;
    }

    public Language chosenLanguage(Language otherwise) {
        return given(language) ? Language.of(language) : otherwise;
    }

    String sourceOrNull() {
        return given(source) ? source : null;
    }

    /** Unread by staff, where something is to be shown; else null. */
    Words wordsToRead() {
        return publicName || given(comment) ? Words.UNREAD : null;
    }

    /** What the guard needs to know of it. */
    public Attempt attempt(Origin origin) {
        return new Attempt(address(), origin == Origin.WEB, website, stamp, proof);
    }

    private static boolean given(String value) {
        return value != null && !value.isBlank();
    }

    private static String orNull(String value) {
        return value.isEmpty() ? null : value;
    }

    /** Never what was typed: this must not reach a log. */
    @Override
    public String toString() {
        return "SignForm[…]";
    }
}
