package org.demarche.signing.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class MerkleTreeTest {

    /** Leaf inputs and roots of the reference tree that RFC 6962 and RFC 9162 implementations share. */
    private static final List<String> INPUTS =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void rootsAreThoseOfTheStandardForEverySize() {
        var tree = new Tree();
        assertThat(hex(MerkleTree.root(tree, 0)))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        for (int i = 0; i < INPUTS.size(); i++) {
            tree.append(leaf(INPUTS.get(i)));
            assertThat(hex(MerkleTree.root(tree, i + 1))).isEqualTo(ROOTS.get(i));
        }
    }

    @Test
    void everyProofLeadsFromItsLeafToTheRoot() {
        var tree = new Tree();
        for (int size = 1; size <= 70; size++) {
            tree.append(leaf("%02x".formatted(size)));
            var root = MerkleTree.root(tree, size);
            for (int leaf = 0; leaf < size; leaf++) {
                var proof = MerkleTree.proof(tree, leaf, size);
                assertThat(climb(tree.get(0, leaf), leaf, size, proof)).isEqualTo(root);
            }
        }
    }

    @Test
    void anotherLeafDoesNotPassWithTheSameProof() {
        var tree = new Tree();
        for (int i = 0; i < 9; i++) {
            tree.append(leaf("%02x".formatted(i)));
        }
        var proof = MerkleTree.proof(tree, 3, 9);
        assertThat(climb(tree.get(0, 4), 3, 9, proof)).isNotEqualTo(MerkleTree.root(tree, 9));
    }

    /** The verification of RFC 9162 section 2.1.3.2, written apart from the code under test. */
    private static byte[] climb(byte[] hash, long leaf, long size, List<byte[]> proof) {
        long fn = leaf;
        long sn = size - 1;
        for (var sibling : proof) {
            if ((fn & 1) == 1 || fn == sn) {
                hash = MerkleTree.nodeHash(sibling, hash);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                hash = MerkleTree.nodeHash(hash, sibling);
            }
            fn >>= 1;
            sn >>= 1;
        }
        assertThat(sn).isZero();
        return hash;
    }

    private static byte[] leaf(String hex) {
        return MerkleTree.leafHash(new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1), new byte[0]);
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    /** Keeps complete subtrees as the ledger does. */
    private static final class Tree implements MerkleTree.Nodes {
        private final List<Map<Long, byte[]>> levels = new ArrayList<>();
        private long size;

        void append(byte[] leaf) {
            put(0, size, leaf);
            long place = size++;
            for (int level = 0; (place >> level & 1) == 1; level++) {
                long left = (place >> level) - 1;
                put(level + 1, left >> 1, MerkleTree.nodeHash(get(level, left), get(level, left + 1)));
            }
        }

        private void put(int level, long place, byte[] hash) {
            while (levels.size() <= level) {
                levels.add(new HashMap<>());
            }
            levels.get(level).put(place, hash);
        }

        @Override
        public byte[] get(int level, long place) {
            return levels.get(level).get(place);
        }
    }
}
