package org.demarche.staff.totp;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.UUID;
import org.demarche.common.Token;

/** A code on paper for the day the authenticator is lost; works once, and only its hash is kept. */
@Entity
@Table(name = "staff_recovery_code")
class RecoveryCode extends PanacheEntityBase {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** 80 bits: nobody guesses them, and a plain hash needs no salt. */
    private static final int BYTES = 10;

    @Id
    @Column(name = "code_hash")
    byte[] hash;

    @Column(name = "staff_id")
    UUID staffId;

    /** A new one; the answer is the only place where it can be read. */
    static String make(UUID staff) {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        var row = new RecoveryCode();
        row.hash = hash(Base32.encode(bytes));
        row.staffId = staff;
        row.persist();
        return Base32.grouped(bytes);
    }

    /** Uses one up; false where it is none of this person's. */
    static boolean use(UUID staff, String typed) {
        return delete("hash = ?1 and staffId = ?2", hash(typed), staff) == 1;
    }

    private static byte[] hash(String code) {
        return new Token(code.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "")).hash();
    }
}
