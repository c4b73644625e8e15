package org.demarche.privacy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.prf.HkdfPrfKey;
import com.google.crypto.tink.prf.HkdfPrfParameters.HashType;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tink's HKDF-SHA256 as a keyed function of 32 bytes, with its first half (RFC 5869 section 2.2, which depends on the key
 * alone) done once: a signature needs six of them, and Tink does it anew each time.
 */
final class KeyedIndex {

    private static final String HMAC = "HmacSHA256";
    private static final int HASH_BYTES = 32;

    private final Mac keyed;

    /** @param keyset whose primary key is an HKDF-SHA256 one */
    KeyedIndex(KeysetHandle keyset) throws GeneralSecurityException {
        if (!(keyset.getPrimary().getKey() instanceof HkdfPrfKey key)
                || key.getParameters().getHashType() != HashType.SHA256) {
            throw new GeneralSecurityException("the index key is not for HKDF-SHA256");
        }
        var salt = key.getParameters().getSalt();
        var extract = mac(salt == null || salt.size() == 0 ? new byte[HASH_BYTES] : salt.toByteArray());
        keyed = mac(extract.doFinal(key.getKeyBytes().toByteArray(InsecureSecretKeyAccess.get())));
    }

    private static Mac mac(byte[] key) throws GeneralSecurityException {
        var mac = Mac.getInstance(HMAC);
        mac.init(new SecretKeySpec(key, HMAC));
        return mac;
    }

    /** The first block of RFC 5869 section 2.3. */
    byte[] of(byte[] value) throws GeneralSecurityException {
        try {
            var mac = (Mac) keyed.clone();
            mac.update(value);
            mac.update((byte) 1);
            return mac.doFinal();
        } catch (CloneNotSupportedException e) {
            throw new GeneralSecurityException("this provider's HMAC cannot be copied", e);
        }
    }
}
