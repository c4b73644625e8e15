package org.demarche.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.Language;
import org.demarche.common.Token;
import org.demarche.letter.Organisation;
import org.demarche.pdf.Seal;
import org.demarche.pdf.SealKey;
import org.demarche.pdf.TimeAuthority;

/** The organisation's seal: its key is made at first use, in the {@code keys} folder, or put there as a PKCS#12 file. */
@ApplicationScoped
public class OrganisationSeal {

    private final DemarcheConfig config;
    private final BundleConfig settings;
    private final Organisation organisation;
    private final Clock clock;
    private Opened opened;

    /** The key, and the file's time when it was read: another key put there holds from the next volume on. */
    private record Opened(SealKey key, FileTime written) {}

    OrganisationSeal(DemarcheConfig config, BundleConfig settings, Organisation organisation, Clock clock) {
        this.config = config;
        this.settings = settings;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** Writes a sealed copy of a PDF; tells what became of the time stamp. */
    public Seal.Stamp sign(byte[] pdf, OutputStream out, String reason) {
        var key = key();
        // A process may run longer than its certificate.
        key.requireValid(clock.instant());
        var seal = new Seal(key, settings.timestampUrl().map(TimeAuthority::new).orElse(null));
        seal.sign(pdf, out, clock.instant(), reason);
        return seal.stamp();
    }

    /** SHA-256 of the certificate, hex. */
    public String fingerprint() {
        return key().fingerprint();
    }

    private synchronized SealKey key() {
        var keys = config.dataDir().resolve("keys");
        var file = keys.resolve("seal.p12");
        try {
            if (opened == null
                    || !Files.exists(file)
                    || !Files.getLastModifiedTime(file).equals(opened.written())) {
                var key = SealKey.open(
                        file, password(keys.resolve("seal.password")), organisation.name(Language.EN), clock.instant());
                opened = new Opened(key, Files.getLastModifiedTime(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the key of the seal cannot be read", e);
        }
        return opened.key();
    }

    private static char[] password(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, Token.random().value());
        }
        return Files.readString(file).strip().toCharArray();
    }
}
