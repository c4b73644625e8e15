package org.demarche.signing;

import java.util.stream.Stream;
import org.demarche.common.BadInput;

/**
 * In which order signers stand on a list that leaves the house. Neither tells when somebody signed, nor, of those who show
 * less than their name, what the name begins with.
 */
public enum LineOrder {
    /** By the salted leaves of the ledger, which say nothing. */
    MIXED(""),
    /** The countries together, most signers first as on the certificate; mixed within each. */
    COUNTRY("count(*) over (partition by s.country) desc, s.country, ");

    private final String before;

    LineOrder(String before) {
        this.before = before;
    }

    /** The order by its name, mixed where none is named; {@link BadInput} for any other word. */
    public static LineOrder named(String name) {
        if (name == null || name.isBlank()) return MIXED;
        return Stream.of(values())
                .filter(order -> order.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadInput("order", "MIXED or COUNTRY"));
    }

    /** What a query over signatures {@code s} and leaves {@code l} is ordered by. */
    public String sql() {
        return before + "l.hash";
    }
}
