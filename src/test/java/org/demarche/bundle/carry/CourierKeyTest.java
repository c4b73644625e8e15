package org.demarche.bundle.carry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.api.OpenPGPCertificate;
import org.demarche.common.BadInput;
import org.junit.jupiter.api.Test;

class CourierKeyTest {

    private final Instant now = Instant.now();

    @Test
    void whatIsEncryptedToAKeyOpensWithItsPrivateHalf() throws Exception {
        var courier = CourierKeys.made();
        var out = new ByteArrayOutputStream();
        var content = new byte[300_000];
        Arrays.fill(content, (byte) 7);
        try (var message = CourierKey.read(CourierKeys.armoured(courier), now).encrypting(out, "a.zip", now)) {
            message.write(content);
        }
        assertThat(CourierKeys.opened(out.toByteArray(), courier)).isEqualTo(content);
    }

    @Test
    void aMessageLeavesAsItIsWrittenAndIsNeverHeldWhole() throws Exception {
        var left = new AtomicLong();
        var out = new OutputStream() {
            @Override
            public void write(int b) {
                left.incrementAndGet();
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                left.addAndGet(length);
            }
        };
        var megabyte = new byte[1 << 20];
        try (var message =
                CourierKey.read(CourierKeys.armoured(CourierKeys.made()), now).encrypting(out, "a.zip", now)) {
            for (int written = 1; written <= 8; written++) {
                message.write(megabyte);
                assertThat(left.get()).isGreaterThan((written - 1L) * megabyte.length);
            }
        }
    }

    @Test
    void aPartThatSomebodyElsePutIntoAKeyIsNotEncryptedTo() throws Exception {
        var courier = CourierKeys.made().getPGPPublicKeyRing().getPublicKey();
        var stranger = CourierKeys.made().getEncryptionKeys().getFirst().getPGPPublicKey();
        var forged = new OpenPGPCertificate(new PGPPublicKeyRing(List.of(courier, stranger)));
        assertThatThrownBy(() -> CourierKey.read(forged.toAsciiArmoredString(), now))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void aKeyThatExpiredIsRefused() throws Exception {
        // The library's keys hold for five years.
        var old = CourierKeys.made(Date.from(now.minus(Duration.ofDays(6 * 365))));
        assertThatThrownBy(() -> CourierKey.read(CourierKeys.armoured(old), now))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        bad -> assertThat(bad.problems().getFirst().message()).contains("expired"));
    }

    @Test
    void nonsenseAndPrivateKeysAreRefusedWithWords() throws IOException {
        for (var nonsense : new String[] {
            "",
            "hello",
            "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nAAAA\n-----END PGP PUBLIC KEY BLOCK-----",
            "A".repeat(400_001)
        }) {
            assertThatThrownBy(() -> CourierKey.read(nonsense, now)).isInstanceOf(BadInput.class);
        }
    }
}
