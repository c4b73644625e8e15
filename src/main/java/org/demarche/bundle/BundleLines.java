package org.demarche.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.demarche.signing.Disclosure;
import org.demarche.signing.PrintedLines.Frozen;
import org.hibernate.query.NativeQuery;

/** The frozen list of a bundle, written once at approval and read in slices while it is printed. */
@ApplicationScoped
class BundleLines {

    /** Rows sent to the database at a time. */
    private static final int WRITE_BATCH = 500;

    private final EntityManager em;

    BundleLines(EntityManager em) {
        this.em = em;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void write(UUID bundle, List<Frozen> frozen) {
        for (int from = 0; from < frozen.size(); from += WRITE_BATCH) {
            write(bundle, from, frozen.subList(from, Math.min(frozen.size(), from + WRITE_BATCH)));
        }
    }

    private void write(UUID bundle, long first, List<Frozen> slice) {
        var values = String.join(",", java.util.Collections.nCopies(slice.size(), "(?,?,?,?)"));
        var insert = em.createNativeQuery(
                "insert into bundle_line (bundle_id, place, signature_id, disclosure) values " + values);
        int parameter = 1;
        for (var line : slice) {
            insert.setParameter(parameter++, bundle);
            insert.setParameter(parameter++, first++);
            insert.setParameter(parameter++, line.signature());
            insert.setParameter(parameter++, line.disclosure().name());
        }
        insert.executeUpdate();
    }

    @Transactional
    List<Frozen> read(UUID bundle, long from, long to) {
        List<?> rows = em.createNativeQuery(
                        "select signature_id, disclosure from bundle_line"
                                + " where bundle_id = ?1 and place >= ?2 and place < ?3 order by place",
                        Object[].class)
                .unwrap(NativeQuery.class)
                .addScalar("signature_id", UUID.class)
                .addScalar("disclosure", String.class)
                .setParameter(1, bundle)
                .setParameter(2, from)
                .setParameter(3, to)
                .getResultList();
        List<Frozen> lines = new ArrayList<>(rows.size());
        for (var row : rows) {
            var cells = (Object[]) row;
            lines.add(new Frozen((UUID) cells[0], Disclosure.valueOf((String) cells[1])));
        }
        return lines;
    }

    /** How many lines before this place are printed. */
    @Transactional
    long listedBefore(UUID bundle, long place) {
        return ((Number) em.createNativeQuery(
                                "select count(*) from bundle_line where bundle_id = ?1 and place < ?2 and disclosure <> 'COUNTED'")
                        .setParameter(1, bundle)
                        .setParameter(2, place)
                        .getSingleResult())
                .longValue();
    }

    /** The whole list: 100,000 lines are some 10 MB. */
    @Transactional
    List<Frozen> all(UUID bundle) {
        return read(bundle, 0, Long.MAX_VALUE);
    }
}
