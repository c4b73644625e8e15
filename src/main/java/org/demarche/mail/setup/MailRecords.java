package org.demarche.mail.setup;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.demarche.mail.MailConfig;
import org.demarche.mail.Signing;

/** The records that large mail houses ask for since 2024 (SPF, DKIM, DMARC), as this installation needs them. */
@ApplicationScoped
class MailRecords {

    enum Verdict {
        NOT_LOOKED,
        OK,
        MISSING,
        DIFFERENT,
        SILENT
    }

    /**
     * @param value to be published
     * @param why in a sentence
     * @param found what stands there now
     */
    public record Line(String what, String name, String value, String why, Verdict verdict, List<String> found) {

        public String word() {
            return switch (verdict) {
                case NOT_LOOKED -> "not looked at yet";
                case OK -> "is there";
                case MISSING -> "missing";
                case DIFFERENT -> "there is another one";
                case SILENT -> "the name server did not answer";
            };
        }

        public boolean good() {
            return verdict == Verdict.OK;
        }
    }

    private final MailConfig config;
    private final Signing signing;
    private final Dns dns;

    MailRecords(MailConfig config, Signing signing, Dns dns) {
        this.config = config;
        this.signing = signing;
        this.dns = dns;
    }

    static String domain(String address) {
        return IDN.toASCII(address.substring(address.lastIndexOf('@') + 1)).toLowerCase(Locale.ROOT);
    }

    /** @param look whether to ask the DNS */
    List<Line> lines(boolean look) {
        var from = domain(config.mailFrom());
        var bounces = domain(config.bounceAddress().orElse(config.mailFrom()));
        List<Line> lines = new ArrayList<>();
        lines.add(line(
                "SPF",
                bounces,
                "v=spf1 mx include:YOUR-RELAY -all",
                "Names the servers that may send for the address failures return to. Put in what the relay's operator tells"
                        + " you; one such record only.",
                look));
        signing.published()
                .ifPresent(key -> lines.add(line(
                        "DKIM",
                        signing.selector() + "._domainkey." + from,
                        "v=DKIM1; k=rsa; p=" + key,
                        "Proves that a mail is ours and unchanged. The key is made here and its secret half never leaves.",
                        look)));
        lines.add(line(
                "DMARC",
                "_dmarc." + from,
                "v=DMARC1; p=none; rua=mailto:" + config.mailFrom(),
                "Says what becomes of mail that only claims to be ours. Begin with none, read the reports for a few weeks,"
                        + " then quarantine, then reject.",
                look));
        return lines;
    }

    private Line line(String what, String name, String value, String why, boolean look) {
        if (!look) {
            return new Line(what, name, value, why, Verdict.NOT_LOOKED, List.of());
        }
        try {
            var texts = dns.texts(name);
            var found =
                    what.equals("DKIM") ? whole(texts) : beginning(value.substring(0, value.indexOf('1') + 1), texts);
            return new Line(what, name, value, why, judge(what, value, found), found);
        } catch (Dns.Silent silent) {
            return new Line(what, name, value, why, Verdict.SILENT, List.of());
        }
    }

    /** A key is longer than one string of a record. */
    private static List<String> whole(List<String> texts) {
        return texts.isEmpty() ? List.of() : List.of(String.join("", texts));
    }

    private static List<String> beginning(String version, List<String> texts) {
        return texts.stream()
                .filter(text -> text.regionMatches(true, 0, version, 0, version.length()))
                .toList();
    }

    private static Verdict judge(String what, String value, List<String> found) {
        if (found.isEmpty()) {
            return Verdict.MISSING;
        }
        var one = found.getFirst().replaceAll("\\s", "");
        boolean good = switch (what) {
            // Two are as bad as none (RFC 7208 section 4.5), and one that allows everybody says nothing.
            case "SPF" -> found.size() == 1 && !one.contains("+all") && !one.endsWith("?all");
            case "DKIM" -> key(one).equals(key(value.replaceAll("\\s", "")));
            default ->
                found.size() == 1
                        && one.toLowerCase(Locale.ROOT).matches("v=dmarc1;(.*;)?p=(none|quarantine|reject).*");
        };
        return good ? Verdict.OK : Verdict.DIFFERENT;
    }

    private static String key(String record) {
        int at = record.indexOf("p=");
        return at < 0 ? "" : record.substring(at + 2).replaceAll(";.*", "");
    }
}
