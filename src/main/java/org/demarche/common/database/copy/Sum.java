package org.demarche.common.database.copy;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * How many rows a table holds, and the sum of their SHA-256 digests modulo 2^256: equal for the same rows in any order,
 * because two databases sort text differently.
 */
public record Sum(long rows, BigInteger digest) {

    public static final Sum NONE = new Sum(0, BigInteger.ZERO);
    private static final BigInteger MODULUS = BigInteger.TWO.pow(256);

    Sum with(byte[] row) {
        try {
            var hash = new BigInteger(1, MessageDigest.getInstance("SHA-256").digest(row));
            return new Sum(rows + 1, digest.add(hash).mod(MODULUS));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return rows + " rows, " + "%064x".formatted(digest);
    }
}
