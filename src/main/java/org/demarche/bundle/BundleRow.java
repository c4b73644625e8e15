package org.demarche.bundle;

import java.util.List;
import java.util.UUID;
import org.demarche.common.Language;
import org.demarche.common.page.Spoken;
import org.demarche.letter.Layout;
import org.demarche.pdf.Seal;

/**
 * One bundle as the desk shows it.
 *
 * @param mine whether the person at the desk asked for it and so cannot approve it
 * @param carried how many it carries, but for those who withdrew; {@code leftOut} are those
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
        String paper,
        String unstamped,
        long done,
        int pages,
        String failure,
        List<File> files) {

    public record File(int n, int pages, String size, String digest) {}

    static BundleRow of(Bundle b, String mission, String reader, boolean fourEyes) {
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
                b.paper == Layout.Paper.A4 ? "A4" : "Letter",
                unstamped(volumes),
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

    private static String size(long bytes) {
        return bytes < 1_000_000 ? "%.0f kB".formatted(bytes / 1e3) : "%.1f MB".formatted(bytes / 1e6);
    }
}
