package org.demarche.signing.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GrowthTest {

    private static final UUID CAMPAIGN = new UUID(1, 2);

    @Test
    void grownInPartsOfAnySizeItIsTheTreeOfAllItsLeaves() throws SQLException {
        try (var database = DriverManager.getConnection("jdbc:h2:mem:")) {
            database.createStatement()
                    .execute("create table ledger_leaf (campaign_id uuid, place bigint primary key, hash bytea,"
                            + " entry varchar(400), salt bytea, signature_id uuid);"
                            + " create table ledger_node (campaign_id uuid, level integer, place bigint, hash bytea,"
                            + " primary key (level, place))");
            var leaves = new ArrayList<byte[]>();
            for (int part : new int[] {1, 1, 1, 5, 8, 16, 3, 29, 64, 100, 1}) {
                var growth = new Growth(CAMPAIGN, leaves.size(), (level, place) -> stored(database, level, place));
                for (int n = 0; n < part; n++) {
                    var salt = ("salt " + leaves.size()).getBytes(StandardCharsets.UTF_8);
                    growth.add("entry " + leaves.size(), salt, UUID.randomUUID());
                    leaves.add(MerkleTree.leafHash("entry " + leaves.size(), salt));
                }
                growth.write(database);
                assertThat(growth.size()).isEqualTo(leaves.size());
                assertThat(MerkleTree.root((level, place) -> stored(database, level, place), leaves.size()))
                        .isEqualTo(root(leaves));
            }
        }
    }

    /** RFC 9162 section 2.1.1, as it is written there. */
    private static byte[] root(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int left = Integer.highestOneBit(leaves.size() - 1);
        return MerkleTree.nodeHash(root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
    }

    private static byte[] stored(Connection database, int level, long place) {
        var from = level == 0
                ? "select hash from ledger_leaf where place = " + place
                : "select hash from ledger_node where level = " + level + " and place = " + place;
        try (var rows = database.createStatement().executeQuery(from)) {
            assertThat(rows.next()).isTrue();
            return rows.getBytes(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
