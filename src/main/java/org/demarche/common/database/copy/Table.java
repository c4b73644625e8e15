package org.demarche.common.database.copy;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One table as a database describes it.
 *
 * @param name in lower case, as in our migrations
 * @param columns in the order of their names, so that two databases agree on it
 */
public record Table(String name, List<Column> columns) {

    record Column(String name, Kind kind) {}

    String select() {
        return "select " + names() + " from " + name;
    }

    String insert() {
        return "insert into " + name + " (" + names() + ") values ("
                + columns.stream().map(column -> "?").collect(Collectors.joining(", ")) + ")";
    }

    private String names() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }
}
