package org.demarche.staff.figures;

import java.util.List;

/**
 * How a campaign goes.
 *
 * @param asOf when the count last looked, as said; null where it never did
 * @param signedLately who signed on the site in the last seven days, {@code confirmedLately} of those confirmed
 * @param sources by the label of the link, {@code ways} by how they came in
 */
public record Figures(
        String slug,
        long confirmed,
        long goal,
        String asOf,
        long pending,
        long held,
        long withdrawn,
        long rejected,
        long signedLately,
        long confirmedLately,
        Bars days,
        List<Share> countries,
        List<Share> languages,
        List<Share> sources,
        List<Share> ways,
        List<Mark> milestones,
        Mails mails) {

    /** One chart of lying bars has so many rows before it adds up the rest. */
    private static final int ROWS = 8;

    public record Mark(String number, String day, boolean reached) {}

    /** The campaign's mails of the last 24 hours. */
    public record Mails(long waiting, long accepted, long bounced, long held, long unknown) {

        public boolean any() {
            return waiting + accepted + bounced + held + unknown > 0;
        }

        /** More than one in twenty: mail providers begin to distrust us. */
        public boolean ill() {
            return bounced * 20 > accepted + bounced;
        }
    }

    /** A chart of lying bars with its table behind. */
    public record Chart(String title, List<Share> rows, List<Share> all, String note) {}

    public List<Chart> charts() {
        return List.of(
                chart("By country", countries, ""),
                chart("By language", languages, "The language in which the letter was read."),
                chart(
                        "Where they came from",
                        sources,
                        "A source is the label in the link that was followed. Nobody is tracked."),
                chart("How they came in", ways, "Each way stands by itself on the certificate."));
    }

    private static Chart chart(String title, List<Share> all, String note) {
        return new Chart(title, Share.largest(all, ROWS), all, note);
    }

    /** "7 of 10", with the share in whole percents. */
    public String confirming() {
        return signedLately == 0
                ? "nobody signed in the last seven days"
                : confirmedLately + " of " + signedLately + ", " + Math.round(100.0 * confirmedLately / signedLately)
                        + " %";
    }
}
