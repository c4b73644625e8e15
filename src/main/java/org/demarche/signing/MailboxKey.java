package org.demarche.signing;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.demarche.common.EmailAddress;

/**
 * One spelling for all the ways to write one mailbox, so that nobody is counted twice. Only what a provider documents is
 * folded: at any other house {@code a+b} and {@code a} may be two people.
 */
final class MailboxKey {

    /** Names under which one and the same mailbox can be reached. */
    private static final Map<String, String> SAME_HOUSE = Map.ofEntries(
            Map.entry("googlemail.com", "gmail.com"),
            Map.entry("me.com", "icloud.com"),
            Map.entry("mac.com", "icloud.com"),
            Map.entry("protonmail.com", "proton.me"),
            Map.entry("protonmail.ch", "proton.me"),
            Map.entry("pm.me", "proton.me"),
            Map.entry("ya.ru", "yandex.ru"),
            Map.entry("yandex.com", "yandex.ru"),
            Map.entry("yandex.by", "yandex.ru"),
            Map.entry("yandex.kz", "yandex.ru"),
            Map.entry("fastmail.fm", "fastmail.com"));

    /** Where {@code name+anything} arrives at {@code name}. */
    private static final Set<String> PLUS_TAGS = Set.of(
            "gmail.com",
            "icloud.com",
            "proton.me",
            "yandex.ru",
            "fastmail.com",
            "outlook.com",
            "outlook.jp",
            "hotmail.com",
            "hotmail.co.jp",
            "live.com",
            "live.jp",
            "msn.com",
            "zoho.com",
            "mailbox.org",
            "posteo.de",
            "gmx.net",
            "gmx.de",
            "tuta.com");

    /** Where dots in the name mean nothing. */
    private static final Set<String> NO_DOTS = Set.of("gmail.com");

    /** Where dots, hyphens and underscores in the name mean nothing. */
    private static final Set<String> NO_MARKS = Set.of("proton.me");

    private MailboxKey() {}

    static String of(EmailAddress email) {
        var domain = email.domain().toLowerCase(Locale.ROOT);
        domain = SAME_HOUSE.getOrDefault(domain, domain);
        var name = Normalizer.normalize(email.localPart(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        int plus = name.indexOf('+');
        if (plus > 0 && PLUS_TAGS.contains(domain)) {
            name = name.substring(0, plus);
        }
        if (NO_DOTS.contains(domain)) {
            name = name.replace(".", "");
        } else if (NO_MARKS.contains(domain)) {
            name = name.replaceAll("[._-]", "");
        }
        return name + "@" + domain;
    }
}
