package org.demarche.bundle.carry;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.demarche.bundle.Bundle;
import org.demarche.bundle.OrganisationSeal;
import org.demarche.bundle.Volume;
import org.demarche.pdf.Seal;

/** The list of a bundle's files with pages and digests. */
@ApplicationScoped
class Manifest {

    /**
     * @param sha256 hex, of the sealed file
     * @param timestamp whether an authority vouched for the time of the seal
     */
    public record File(String file, int volume, int pages, long bytes, String sha256, Seal.Stamp timestamp) {}

    /** The ledger's head at which the list was frozen. */
    public record LedgerHead(long size, String root) {}

    public record View(
            UUID bundle,
            String campaign,
            String mission,
            Instant listClosedAt,
            Instant finishedAt,
            long signatures,
            int pages,
            LedgerHead ledger,
            String sealFingerprint,
            List<File> files) {}

    private final OrganisationSeal seal;

    Manifest(OrganisationSeal seal) {
        this.seal = seal;
    }

    View of(Bundle bundle) {
        var files = Volume.of(bundle.id).stream()
                .map(v -> new File(v.fileName(), v.n, v.pages, v.bytes, v.sha256, v.stamp))
                .toList();
        return new View(
                bundle.id,
                bundle.campaign.slug,
                bundle.missionCode,
                bundle.approval.approvedAt(),
                bundle.finishedAt,
                bundle.carried(),
                files.stream().mapToInt(File::pages).sum(),
                new LedgerHead(bundle.ledgerSize, bundle.ledgerRoot),
                seal.fingerprint(),
                files);
    }

    /** The format that {@code sha256sum -c} reads. */
    byte[] sums(List<Volume> volumes) {
        return volumes.stream()
                .map(v -> v.sha256 + "  " + v.fileName() + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }
}
