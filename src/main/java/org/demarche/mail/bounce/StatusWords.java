package org.demarche.mail.bounce;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds in words what a status code would have said. A guess from a phrase is never a code that silences a mailbox. */
final class StatusWords {

    /** Neither part of an IP address nor of a version. */
    private static final Pattern ENHANCED = Pattern.compile("(?<![\\d.])([45]\\.\\d{1,3}\\.\\d{1,3})(?![\\d.]*\\d)");

    private static final Pattern PLAIN = Pattern.compile("(?<![\\d.:-])([45][0-5]\\d)(?=[ \\-:])");

    private static final Pattern NO_MAILBOX = words("(user|mailbox|recipient|address|account|person|box).{0,60}"
            + "(unknown|not (be )?found|not exist|n't exist|no longer|unavailable|invalid|disabled|inactive|not listed"
            + "|rejected|n't have|not known|unrouteable|closed|deactivated)"
            + "|(unknown|no such|invalid|unrouteable|bad|no) (\\w+ ){0,2}(user|mailbox|recipient|address|account|person|box)"
            + "|doesn't have an? .{0,30}account|not listed in .{0,60}directory|存在しま|見つかりません|없는|존재하지|不存在|找不到");

    /** Tried in this order, since a policy's words often quote a mailbox's. */
    private static final Map<String, Pattern> PHRASES = phrases();

    private static Map<String, Pattern> phrases() {
        var phrases = new LinkedHashMap<String, Pattern>();
        phrases.put(
                "5.2.2",
                words("(mailbox|inbox|account|quota).{0,40}(full|exceed|over)|over ?quota|out of storage"
                        + "|not enough (disk )?space|容量|용량|(邮|郵)箱已(满|滿)"));
        phrases.put("5.3.4", words("(message|mail).{0,30}(too (large|big)|exceeds|larger than)|size limit"));
        phrases.put(
                "5.7.1",
                words("spam|block ?list|black ?list|\\bblocked\\b|\\bpolic(y|ies)\\b|dmarc|\\bspf\\b|reputation"
                        + "|access denied|not permitted|not authori[sz]ed|banned|virus|restricted"
                        + "|受信拒否|迷惑メール|스팸|수신 ?거부|垃圾(邮|郵)件|未被许可"));
        phrases.put("550", NO_MAILBOX);
        phrases.put("5.4.7", words("too long|long time|timed? ?out|expired|giving up on (it|this)|gave up|retry time"));
        phrases.put(
                "5.4.4",
                words("(host|domain|dns|name server|mx).{0,60}(not found|unknown|not exist|n't exist|fail|error)"
                        + "|no route to host|unroutable|unrouteable mail domain|does not accept mail|null ?mx"));
        return phrases;
    }

    private StatusWords() {}

    /** The most telling status: what the report states, unless it is a mere class and its words know more. */
    static String best(String stated, String diagnostic, String text) {
        var status = enhanced(stated).orElse("");
        // A large house says "policy" where its own words say that there is no such mailbox.
        if (status.equals("5.7.1") && phrase(diagnostic).filter("550"::equals).isPresent()) {
            return "550";
        }
        if (!status.isEmpty() && !isVague(status)) {
            return status;
        }
        return telling(diagnostic)
                .or(() -> phrase(diagnostic))
                .or(() -> plain(diagnostic))
                .or(() -> telling(text).filter(code -> sameClass(code, status)))
                .orElse(status.isEmpty() ? "5.0.0" : status);
    }

    /** From words alone. */
    static Optional<String> of(String text) {
        return telling(text).or(() -> phrase(text)).or(() -> plain(text));
    }

    private static boolean sameClass(String code, String status) {
        return status.isEmpty() || status.charAt(0) == code.charAt(0);
    }

    /** 5.0.0 and its like, and 5.1.0 and 5.4.0 as gateways put them on everything. */
    private static boolean isVague(String status) {
        return status.endsWith(".0.0")
                || status.equals("5.1.0")
                || status.equals("5.4.0")
                || status.equals("5.5.0")
                || status.equals("5.3.0");
    }

    private static Optional<String> enhanced(String words) {
        return ENHANCED.matcher(words).results().map(found -> found.group(1)).findFirst();
    }

    /** The first code that says more than that something failed. */
    private static Optional<String> telling(String words) {
        return ENHANCED.matcher(words)
                .results()
                .map(found -> found.group(1))
                .filter(code -> !isVague(code))
                .findFirst();
    }

    private static Optional<String> plain(String words) {
        return PLAIN.matcher(words).results().map(found -> found.group(1)).findFirst();
    }

    private static Optional<String> phrase(String words) {
        return PHRASES.entrySet().stream()
                .filter(phrase -> phrase.getValue().matcher(words).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Pattern words(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL | Pattern.UNICODE_CASE);
    }
}
