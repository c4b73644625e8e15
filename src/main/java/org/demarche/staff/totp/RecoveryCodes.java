package org.demarche.staff.totp;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** The paper for the day the second factor is lost. */
@ApplicationScoped
public class RecoveryCodes {

    /** As many bad days as one has between two printers. */
    private static final int PRINTED = 8;

    /** New ones for who has none, to be shown this once; empty for who has some. */
    @Transactional
    public List<String> print(UUID staff) {
        return left(staff) > 0 ? List.of() : printAnew(staff);
    }

    /** New ones in place of all they have, to be shown this once. */
    @Transactional
    public List<String> printAnew(UUID staff) {
        tearUp(staff);
        return IntStream.range(0, PRINTED)
                .mapToObj(i -> RecoveryCode.make(staff))
                .toList();
    }

    /** Whether this is one of theirs; it is used up. */
    @Transactional
    public boolean accepts(UUID staff, String typed) {
        return RecoveryCode.use(staff, typed);
    }

    @Transactional
    public long left(UUID staff) {
        return RecoveryCode.count("staffId", staff);
    }

    @Transactional
    public void tearUp(UUID staff) {
        RecoveryCode.delete("staffId", staff);
    }
}
