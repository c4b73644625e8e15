package org.demarche.bundle;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.common.Language;
import org.demarche.common.page.Spoken;
import org.demarche.letter.Layout;
import org.demarche.pdf.Seal;
import org.demarche.signing.LineOrder;

/**
 * One bundle as the desk shows it.
 *
 * @param mine whether the person at the desk asked for it and so cannot approve it
 * @param carried how many it carries, but for those who withdrew; {@code leftOut} are those
 * @param missing characters that stand as □, each once; null for none
 * @param timeLeft as said; null while nobody can tell
 * @param unstamped the volumes without the time stamp that was asked for, as said; null for none
 */
public record BundleRow(
        UUID id,
        String slug,
        String code,
        String mission,
        BundleContent content,
        BundleState state,
        String askedBy,
        String askedAt,
        String approvedBy,
        boolean mine,
        long signatures,
        long carried,
        long leftOut,
        Made made,
        String timeLeft,
        String unstamped,
        String missing,
        long done,
        int pages,
        String failure,
        List<File> files) {

    /**
     * How it is made.
     *
     * @param language its own name; null for the mission's
     * @param query the same for a look inside
     */
    public record Made(String paper, boolean byCountry, String language, String query) {

        static Made of(Bundle b) {
            return new Made(
                    b.paper == Layout.Paper.A4 ? "A4" : "Letter",
                    b.lineOrder == LineOrder.COUNTRY,
                    b.language == null ? null : b.language.nativeName(),
                    "?content=" + b.content + "&paper=" + b.paper + "&order=" + b.lineOrder
                            + (b.language == null ? "" : "&language=" + b.language.tag()));
        }
    }

    public record File(int n, int pages, String size, String digest) {}

    /** As it is shown to this reader. */
    public static BundleRow of(Bundle b, String mission, String reader, boolean fourEyes, Instant now) {
        var volumes = Volume.of(b.id);
        return new BundleRow(
                b.id,
                b.campaign.slug,
                b.missionCode,
                mission,
                b.content,
                b.state,
                b.approval.askedBy(),
                new Spoken(Language.EN, b.campaign.zoneId()).moment(b.approval.askedAt()),
                b.approval.approvedBy(),
                fourEyes && b.approval.isOf(reader),
                b.signatures,
                b.carried(),
                b.leftOut,
                Made.of(b),
                b.timeLeft(now).map(TimeLeft::said).orElse(null),
                unstamped(volumes),
                missing(volumes),
                b.linesDone,
                volumes.stream().mapToInt(v -> v.pages).sum(),
                b.failure,
                volumes.stream()
                        .map(v -> new File(v.n, v.pages, size(v.bytes), v.sha256.substring(0, 8) + "…"))
                        .toList());
    }

    private static String unstamped(List<Volume> volumes) {
        var without = volumes.stream()
                .filter(v -> v.stamp == Seal.Stamp.MISSING)
                .map(v -> Integer.toString(v.n))
                .toList();
        return without.isEmpty() ? null : "volume " + String.join(", ", without);
    }

    private static String missing(List<Volume> volumes) {
        var named = volumes.stream()
                .flatMap(v -> Stream.of(v.missingGlyphs.split(", ")))
                .filter(name -> !name.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
        return named.isEmpty() ? null : named;
    }

    private static String size(long bytes) {
        return bytes < 1_000_000 ? "%.0f kB".formatted(bytes / 1e3) : "%.1f MB".formatted(bytes / 1e6);
    }
}
