package org.demarche.journey;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The verification of a receipt, written apart from the code under test. */
final class Rfc9162 {

    private static final HexFormat HEX = HexFormat.of();

    private Rfc9162() {}

    /** RFC 9162 section 2.1.3.2. */
    static byte[] climb(byte[] hash, long leaf, long size, List<String> proof) {
        long fn = leaf;
        long sn = size - 1;
        for (var hex : proof) {
            var sibling = HEX.parseHex(hex);
            if ((fn & 1) == 1 || fn == sn) {
                hash = sha256(new byte[] {1}, sibling, hash);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                hash = sha256(new byte[] {1}, hash, sibling);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return hash;
    }

    static byte[] sha256(byte[]... parts) {
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
