package org.demarche.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
class OrganisationSeal {

    private final DemarcheConfig config;
    private final BundleConfig settings;
    private final Organisation organisation;
    private final Clock clock;
    private SealKey key;

    OrganisationSeal(DemarcheConfig config, BundleConfig settings, Organisation organisation, Clock clock) {
        this.config = config;
        this.settings = settings;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** Writes a sealed copy of a PDF; tells what became of the time stamp. */
    Seal.Stamp sign(byte[] pdf, OutputStream out, String reason) {
        var seal =
                new Seal(key(), settings.timestampUrl().map(TimeAuthority::new).orElse(null));
        seal.sign(pdf, out, clock.instant(), reason);
        return seal.stamp();
    }

    /** SHA-256 of the certificate, hex. */
    String fingerprint() {
        return key().fingerprint();
    }

    private synchronized SealKey key() {
        if (key == null) {
            var keys = config.dataDir().resolve("keys");
            try {
                key = SealKey.open(
                        keys.resolve("seal.p12"),
                        password(keys.resolve("seal.password")),
                        organisation.name(Language.EN),
                        clock.instant());
            } catch (IOException e) {
                throw new UncheckedIOException("the password of the seal cannot be read", e);
            }
        }
        return key;
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
