package org.demarche.common;

import java.util.List;

/** Input that cannot be taken as it is; each problem names its field. Becomes a 400 problem document in the API. */
public final class BadInput extends RuntimeException {

    private final transient List<Problem> problems;

    public BadInput(List<Problem> problems) {
        super("input refused: " + problems.stream().map(Problem::field).toList(), null, false, false);
        this.problems = List.copyOf(problems);
    }

    public BadInput(String field, String message) {
        this(List.of(new Problem(field, message)));
    }

    public List<Problem> problems() {
        return problems;
    }
}
