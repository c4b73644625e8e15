package org.demarche.staff.audit;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.demarche.common.Audited;
import org.hibernate.annotations.Immutable;

/** One deed, and the hash that ties it to the deed before. */
@Entity
@Immutable
@Table(name = "audit_entry")
public class AuditEntry extends PanacheEntityBase {

    /** What stands before the first entry. */
    static final byte[] NOTHING = new byte[32];

    @Id
    Long seq;

    Instant at;
    String actor;
    String action;
    String subject;
    String detail;

    @Column(name = "previous_hash")
    byte[] previousHash;

    byte[] hash;

    /** The entry that follows, with its hash; times are cut to microseconds, the finest that both databases keep. */
    static AuditEntry after(long seq, byte[] previousHash, Audited deed, Instant now) {
        var entry = new AuditEntry();
        entry.seq = seq;
        entry.at = now.truncatedTo(ChronoUnit.MICROS);
        entry.actor = deed.actor();
        entry.action = deed.action();
        entry.subject = deed.subject() == null ? "" : deed.subject();
        entry.detail = deed.detail();
        entry.previousHash = previousHash;
        entry.hash = entry.digest();
        return entry;
    }

    /** Whether this entry is as it was written, directly after the one with that hash. */
    boolean follows(byte[] hashBefore) {
        return Arrays.equals(previousHash, hashBefore) && Arrays.equals(hash, digest());
    }

    /** SHA-256 over the previous hash, the number, the time, and each text with its length, so that none can flow into the next. */
    private byte[] digest() {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(previousHash);
            sha.update(ByteBuffer.allocate(20)
                    .putLong(seq)
                    .putLong(at.getEpochSecond())
                    .putInt(at.getNano())
                    .array());
            for (var text : new String[] {actor, action, subject, detail}) {
                var bytes = text == null ? NOTHING : text.getBytes(StandardCharsets.UTF_8);
                sha.update(ByteBuffer.allocate(4)
                        .putInt(text == null ? -1 : bytes.length)
                        .array());
                sha.update(bytes);
            }
            return sha.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public long seq() {
        return seq;
    }

    public Instant at() {
        return at;
    }

    public String actor() {
        return actor;
    }

    public String action() {
        return action;
    }

    public String subject() {
        return subject;
    }

    public String detail() {
        return detail;
    }
}
