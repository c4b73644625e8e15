package org.demarche.signing.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The hashing of RFC 9162 section 2.1 over leaves that are stored elsewhere. Complete subtrees are read through
 * {@link Nodes}; whatever is incomplete is computed from them, so that root and proof touch O(log n) rows.
 */
final class MerkleTree {

    /** Hashes of complete subtrees: level 0 holds the leaves, level n subtrees of 2^n leaves. */
    interface Nodes {
        byte[] get(int level, long place);
    }

    private MerkleTree() {}

    /** SHA-256 of nothing: RFC 9162 section 2.1.1. */
    static byte[] emptyRoot() {
        return sha256();
    }

    static byte[] leafHash(String entry, byte[] salt) {
        return sha256(new byte[] {0}, entry.getBytes(StandardCharsets.UTF_8), salt);
    }

    static byte[] nodeHash(byte[] left, byte[] right) {
        return sha256(new byte[] {1}, left, right);
    }

    /** The root over the first {@code size} leaves. */
    static byte[] root(Nodes nodes, long size) {
        return size == 0 ? emptyRoot() : hash(nodes, 0, size);
    }

    /** The audit path of RFC 9162 section 2.1.3.1, nearest sibling first. */
    static List<byte[]> proof(Nodes nodes, long leaf, long size) {
        if (leaf < 0 || leaf >= size) {
            throw new IllegalArgumentException("no leaf " + leaf + " in a tree of " + size);
        }
        List<byte[]> path = new ArrayList<>();
        collect(nodes, leaf, 0, size, path);
        return path;
    }

    /** Where an audit path leads from a leaf: RFC 9162 section 2.1.3.2; empty where it cannot belong to such a tree. */
    static Optional<byte[]> climb(byte[] leafHash, long leaf, long size, List<byte[]> path) {
        if (leaf < 0 || leaf >= size) {
            return Optional.empty();
        }
        var hash = leafHash;
        long node = leaf;
        long last = size - 1;
        for (var sibling : path) {
            if (last == 0) {
                return Optional.empty();
            }
            if ((node & 1) == 1 || node == last) {
                hash = nodeHash(sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = nodeHash(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 ? Optional.of(hash) : Optional.empty();
    }

    private static void collect(Nodes nodes, long leaf, long start, long size, List<byte[]> path) {
        if (size == 1) {
            return;
        }
        long left = largestPowerBelow(size);
        if (leaf < start + left) {
            collect(nodes, leaf, start, left, path);
            path.add(hash(nodes, start + left, size - left));
        } else {
            collect(nodes, leaf, start + left, size - left, path);
            path.add(hash(nodes, start, left));
        }
    }

    /** The hash over {@code size} leaves from {@code start}, which is a multiple of the next power of two. */
    private static byte[] hash(Nodes nodes, long start, long size) {
        if (Long.bitCount(size) == 1) {
            int level = Long.numberOfTrailingZeros(size);
            return nodes.get(level, start >> level);
        }
        long left = largestPowerBelow(size);
        return nodeHash(hash(nodes, start, left), hash(nodes, start + left, size - left));
    }

    private static long largestPowerBelow(long size) {
        return Long.highestOneBit(size - 1);
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
