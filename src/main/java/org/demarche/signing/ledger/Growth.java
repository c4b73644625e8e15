package org.demarche.signing.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What a log is about to get: leaves, and the complete subtrees they close. Only the edge of the log is read, and all is
 * written in two batches, so that a thousand leaves cost a dozen round trips and not some thousands.
 */
final class Growth {

    private record Leaf(long place, byte[] hash, String entry, byte[] salt, UUID signature) {}

    private record Node(int level, long place, byte[] hash) {}

    private final UUID campaign;
    private final List<Leaf> leaves = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();

    /** By level, the hash of the complete subtree there that has no right neighbour yet. */
    private final SortedMap<Integer, byte[]> edge = new TreeMap<>();

    private long size;

    Growth(UUID campaign, long size, MerkleTree.Nodes stored) {
        this.campaign = campaign;
        this.size = size;
        for (int level = 0; size >> level > 0; level++) {
            if ((size >> level & 1) == 1) {
                edge.put(level, stored.get(level, (size >> level) - 1));
            }
        }
    }

    void add(String entry, byte[] salt, UUID signature) {
        var hash = MerkleTree.leafHash(entry, salt);
        leaves.add(new Leaf(size, hash, entry, salt, signature));
        int level = 0;
        // A leaf at an odd place completes a pair, which may complete a larger one, and so on upwards.
        for (; (size >> level & 1) == 1; level++) {
            hash = MerkleTree.nodeHash(edge.remove(level), hash);
            nodes.add(new Node(level + 1, size >> (level + 1), hash));
        }
        edge.put(level, hash);
        size++;
    }

    long size() {
        return size;
    }

    void write(Connection database) throws SQLException {
        try (var insert = database.prepareStatement("insert into ledger_leaf"
                + " (campaign_id, place, hash, entry, salt, signature_id) values (?, ?, ?, ?, ?, ?)")) {
            for (var leaf : leaves) {
                insert.setObject(1, campaign);
                insert.setLong(2, leaf.place);
                insert.setBytes(3, leaf.hash);
                insert.setString(4, leaf.entry);
                insert.setBytes(5, leaf.salt);
                insert.setObject(6, leaf.signature);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        if (nodes.isEmpty()) {
            return;
        }
        try (var insert = database.prepareStatement(
                "insert into ledger_node (campaign_id, level, place, hash) values (?, ?, ?, ?)")) {
            for (var node : nodes) {
                insert.setObject(1, campaign);
                insert.setInt(2, node.level);
                insert.setLong(3, node.place);
                insert.setBytes(4, node.hash);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
