package org.demarche.staff.passkey;

import com.yubico.webauthn.RegisteredCredential;
import com.yubico.webauthn.data.ByteArray;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The passkey of one member of staff on one device. */
@Entity
@Table(name = "staff_passkey")
class Passkey extends PanacheEntityBase {

    private static final int HANDLE_BYTES = 2 * Long.BYTES;

    @Id
    @Column(name = "credential_id")
    byte[] credentialId;

    @Column(name = "staff_id")
    UUID staffId;

    @Column(name = "public_key")
    byte[] publicKey;

    /** Rises with each use on devices that count; where it does not rise, somebody has a copy. */
    @Column(name = "signature_count")
    long signatureCount;

    String label;

    @Column(name = "made_at")
    Instant madeAt;

    /** Null before the first use. */
    @Column(name = "used_at")
    Instant usedAt;

    static List<Passkey> of(UUID staff) {
        return list("staffId = ?1 order by madeAt", staff);
    }

    static Optional<Passkey> byId(ByteArray credentialId) {
        return findByIdOptional(credentialId.getBytes());
    }

    /** The member's id as the device keeps it: it says nothing to whoever reads the device. */
    static ByteArray handle(UUID staff) {
        return new ByteArray(ByteBuffer.allocate(HANDLE_BYTES)
                .putLong(staff.getMostSignificantBits())
                .putLong(staff.getLeastSignificantBits())
                .array());
    }

    /** Reads {@link #handle} back; empty for what we never gave out. */
    static Optional<UUID> staff(ByteArray handle) {
        if (handle.size() != HANDLE_BYTES) {
            return Optional.empty();
        }
        var bytes = ByteBuffer.wrap(handle.getBytes());
        return Optional.of(new UUID(bytes.getLong(), bytes.getLong()));
    }

    /** Notes a use, unless another one was quicker and counted as far. */
    boolean use(long count, Instant now) {
        return update(
                        "signatureCount = ?1, usedAt = ?2 where credentialId = ?3"
                                + " and (signatureCount < ?1 or (signatureCount = 0 and ?1 = 0))",
                        count,
                        now,
                        credentialId)
                == 1;
    }

    RegisteredCredential registered() {
        return RegisteredCredential.builder()
                .credentialId(new ByteArray(credentialId))
                .userHandle(handle(staffId))
                .publicKeyCose(new ByteArray(publicKey))
                .signatureCount(signatureCount)
                .build();
    }
}
