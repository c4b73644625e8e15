package org.demarche.site.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.demarche.common.database.copy.Sum;

/**
 * What an archive says of itself in its last entry.
 *
 * @param migrations those of the database it was taken from; it is restored into the same ones only
 * @param sums by table
 */
record Contents(Instant takenAt, List<String> migrations, Map<String, Sum> sums) {

    private static final ObjectMapper JSON = new ObjectMapper();

    byte[] toJson() throws IOException {
        var tables = new TreeMap<String, Map<String, Object>>();
        sums.forEach((table, sum) -> tables.put(
                table, Map.of("rows", sum.rows(), "digest", sum.digest().toString(16))));
        return JSON.writerWithDefaultPrettyPrinter()
                .writeValueAsBytes(Map.of("takenAt", takenAt.toString(), "migrations", migrations, "tables", tables));
    }

    static Contents fromJson(byte[] json) throws IOException {
        var root = JSON.readTree(json);
        var migrations = new ArrayList<String>();
        root.get("migrations").forEach(version -> migrations.add(version.asText()));
        var sums = new TreeMap<String, Sum>();
        for (Map.Entry<String, JsonNode> table : root.get("tables").properties()) {
            sums.put(
                    table.getKey(),
                    new Sum(
                            table.getValue().get("rows").asLong(),
                            new BigInteger(table.getValue().get("digest").asText(), 16)));
        }
        return new Contents(Instant.parse(root.get("takenAt").asText()), migrations, sums);
    }
}
