package org.demarche.bundle.carry;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.CompressionMethod;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.demarche.bundle.Bundle;
import org.demarche.bundle.BundleFiles;
import org.demarche.bundle.Volume;
import org.demarche.common.Audited;

/**
 * All files of a finished bundle as one zip, written as it is read. Each download has a number of its own, in a note inside
 * and in the audit trail: the sealed files themselves are never altered. It is encrypted as its lock says.
 */
@ApplicationScoped
class BundleArchive {

    private final BundleFiles files;
    private final BundleLabels labels;
    private final Manifest manifests;
    private final ObjectMapper json;
    private final Clock clock;
    private final Event<Audited> audit;

    BundleArchive(
            BundleFiles files,
            BundleLabels labels,
            Manifest manifests,
            ObjectMapper json,
            Clock clock,
            Event<Audited> audit) {
        this.files = files;
        this.labels = labels;
        this.manifests = manifests;
        this.json = json;
        this.clock = clock;
        this.audit = audit;
    }

    /** Everything small, gathered before the first byte leaves. */
    private record Gathered(
            UUID bundle, List<Volume> volumes, byte[] labels, byte[] manifest, byte[] sums, byte[] note) {}

    /**
     * The download, which is written into the audit trail.
     *
     * @param taker who downloads: a member of staff, or the number of a link
     */
    @Transactional
    Response download(Bundle bundle, String taker, ArchiveLock lock) throws IOException {
        bundle.requireDone();
        var number = UUID.randomUUID();
        var gathered = gather(bundle, number, taker);
        audit.fire(
                new Audited(taker, "bundle.download", bundle.id.toString(), "archive" + lock.told() + ", " + number));
        var name = "bundle-" + bundle.campaign.slug + "-" + bundle.missionCode + ".zip";
        return switch (lock) {
            case ArchiveLock.None none -> answer(name, "application/zip", out -> write(gathered, null, out));
            case ArchiveLock.Passphrase(var words) ->
                answer(name, "application/zip", out -> write(gathered, words.toCharArray(), out));
            case ArchiveLock.Key(var courier) ->
                answer(name + ".pgp", "application/octet-stream", out -> {
                    try (var message = courier.encrypting(out, name, clock.instant())) {
                        write(gathered, null, message);
                    }
                });
        };
    }

    private static Response answer(String name, String type, StreamingOutput body) {
        return Response.ok(body, type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    private Gathered gather(Bundle bundle, UUID number, String taker) throws IOException {
        var volumes = Volume.of(bundle.id);
        // What is gone is told before the answer begins.
        files.open(bundle.id, volumes.getFirst().fileName()).close();
        var sheet = labels.of(bundle, volumes);
        var sums = new String(manifests.sums(volumes), StandardCharsets.UTF_8) + sha256(sheet) + "  "
                + BundleLabels.FILE + "\n";
        return new Gathered(
                bundle.id,
                volumes,
                sheet,
                json.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifests.of(bundle)),
                sums.getBytes(StandardCharsets.UTF_8),
                note(bundle, number, taker, clock.instant()).getBytes(StandardCharsets.UTF_8));
    }

    private static String note(Bundle bundle, UUID number, String taker, Instant now) {
        return """
            This copy was made for one person and has a number of its own. Do not pass it on.

            Download  %s
            For       %s
            At        %s
            Bundle    %s

            The volumes are sealed; every copy of them is the same. To check them: sha256sum -c SHA256SUMS
            """.formatted(number, taker, now.truncatedTo(ChronoUnit.SECONDS), bundle.id);
    }

    private void write(Gathered gathered, char[] passphrase, OutputStream out) throws IOException {
        try (var zip = new ZipOutputStream(out, passphrase)) {
            boolean encrypted = passphrase != null;
            add(zip, "DOWNLOAD.txt", gathered.note, encrypted);
            for (var volume : gathered.volumes) {
                try (var in = files.open(gathered.bundle, volume.fileName())) {
                    add(zip, volume.fileName(), volume.bytes, in, encrypted);
                }
            }
            add(zip, BundleLabels.FILE, gathered.labels, encrypted);
            add(zip, "manifest.json", gathered.manifest, encrypted);
            add(zip, "SHA256SUMS", gathered.sums, encrypted);
        }
    }

    private static void add(ZipOutputStream zip, String name, byte[] content, boolean encrypted) throws IOException {
        add(zip, name, content.length, new ByteArrayInputStream(content), encrypted);
    }

    private static void add(ZipOutputStream zip, String name, long bytes, InputStream content, boolean encrypted)
            throws IOException {
        var entry = new ZipParameters();
        entry.setFileNameInZip(name);
        // PDF files are compressed already; a second time would only cost time.
        entry.setCompressionMethod(CompressionMethod.STORE);
        entry.setEntrySize(bytes);
        if (encrypted) {
            entry.setEncryptFiles(true);
            entry.setEncryptionMethod(EncryptionMethod.AES);
            entry.setAesKeyStrength(AesKeyStrength.KEY_STRENGTH_256);
        }
        zip.putNextEntry(entry);
        content.transferTo(zip);
        zip.closeEntry();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
