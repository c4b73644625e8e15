package org.demarche.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import org.demarche.signing.Disclosure;
import org.demarche.signing.PrintedLines.Frozen;
import org.demarche.signing.letters.BoundLetters;
import org.hibernate.query.NativeQuery;

/** The frozen list of a bundle, written once at approval and read in slices while it is printed. */
@ApplicationScoped
public class BundleLines {

    /** Rows sent to the database at a time. */
    private static final int WRITE_BATCH = 500;

    private final EntityManager em;

    BundleLines(EntityManager em) {
        this.em = em;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void write(UUID bundle, List<Frozen> frozen) {
        insert(
                "bundle_id, place, signature_id, disclosure",
                frozen.size(),
                place -> List.of(
                        bundle,
                        (long) place,
                        frozen.get(place).signature(),
                        frozen.get(place).disclosure().name()));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void writeLetters(UUID bundle, List<BoundLetters.Frozen> frozen) {
        insert(
                "bundle_id, place, signature_id, disclosure, letter_id",
                frozen.size(),
                place -> List.of(
                        bundle,
                        (long) place,
                        frozen.get(place).signature(),
                        frozen.get(place).disclosure().name(),
                        frozen.get(place).letter()));
    }

    private void insert(String columns, int rows, IntFunction<List<?>> cells) {
        var row = "(" + columns.replaceAll("[a-z_]+", "?") + ")";
        for (int from = 0; from < rows; from += WRITE_BATCH) {
            int to = Math.min(rows, from + WRITE_BATCH);
            var insert = em.createNativeQuery("insert into bundle_line (" + columns + ") values "
                    + String.join(",", Collections.nCopies(to - from, row)));
            int parameter = 1;
            for (int place = from; place < to; place++) {
                for (var cell : cells.apply(place)) insert.setParameter(parameter++, cell);
            }
            insert.executeUpdate();
        }
    }

    /** The lines from one place to before another, without who is left out. */
    @Transactional
    public List<Frozen> read(UUID bundle, long from, long to) {
        List<?> rows = em.createNativeQuery(
                        "select signature_id, disclosure from bundle_line where bundle_id = ?1 and place >= ?2 and"
                                + " place < ?3 and not left_out order by place",
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

    /** The same of a bundle of letters. */
    @Transactional
    public List<BoundLetters.Frozen> letters(UUID bundle, long from, long to) {
        List<?> rows = em.createNativeQuery(
                        "select letter_id, signature_id, disclosure from bundle_line where bundle_id = ?1 and place >="
                                + " ?2 and place < ?3 and not left_out order by place",
                        Object[].class)
                .unwrap(NativeQuery.class)
                .addScalar("letter_id", UUID.class)
                .addScalar("signature_id", UUID.class)
                .addScalar("disclosure", String.class)
                .setParameter(1, bundle)
                .setParameter(2, from)
                .setParameter(3, to)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(c -> new BoundLetters.Frozen((UUID) c[0], (UUID) c[1], Disclosure.valueOf((String) c[2])))
                .toList();
    }

    /** Writes down under which choice each line is printed after all, and who withdrew and is left out. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void settle(UUID bundle, List<Frozen> read, List<Frozen> printed) {
        var choices = new HashMap<UUID, Disclosure>();
        printed.forEach(line -> choices.put(line.signature(), line.disclosure()));
        for (var line : read) {
            var choice = choices.get(line.signature());
            if (choice == line.disclosure()) continue;
            em.createNativeQuery("update bundle_line set left_out = ?1, disclosure = ?2"
                            + " where bundle_id = ?3 and signature_id = ?4")
                    .setParameter(1, choice == null)
                    .setParameter(2, (choice == null ? line.disclosure() : choice).name())
                    .setParameter(3, bundle)
                    .setParameter(4, line.signature())
                    .executeUpdate();
        }
    }

    /** How many withdrew before they were printed. */
    @Transactional
    public long leftOut(UUID bundle) {
        return ((Number) em.createNativeQuery("select count(*) from bundle_line where bundle_id = ?1 and left_out")
                        .setParameter(1, bundle)
                        .getSingleResult())
                .longValue();
    }

    /** How many lines before this place are printed. */
    @Transactional
    public long listedBefore(UUID bundle, long place) {
        return ((Number) em.createNativeQuery(
                                "select count(*) from bundle_line where bundle_id = ?1 and place < ?2 and disclosure"
                                        + " <> 'COUNTED' and not left_out")
                        .setParameter(1, bundle)
                        .setParameter(2, place)
                        .getSingleResult())
                .longValue();
    }

    /** The whole list but for who is left out: 100,000 lines are some 10 MB. */
    @Transactional
    public List<Frozen> all(UUID bundle) {
        return read(bundle, 0, Long.MAX_VALUE);
    }
}
