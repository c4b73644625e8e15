package org.demarche.bundle.carry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Date;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.api.OpenPGPKey;
import org.bouncycastle.openpgp.api.bc.BcOpenPGPApi;

/** Keys of couriers, and what they open with them. bin/_trials/courier-key does the same with GnuPG. */
final class CourierKeys {

    private CourierKeys() {}

    /** As GnuPG makes them: version 4, Ed25519 with a part of its own for encryption. */
    static OpenPGPKey made() throws PGPException {
        return made(new Date());
    }

    static OpenPGPKey made(Date at) throws PGPException {
        return new BcOpenPGPApi()
                .generateKey(PublicKeyPacket.VERSION_4, at, false)
                .ed25519x25519Key("Courier <courier@example.org>")
                .build();
    }

    static String armoured(OpenPGPKey key) throws IOException {
        return key.toCertificate().toAsciiArmoredString();
    }

    static String armouredPrivately(OpenPGPKey key) throws IOException {
        return key.toAsciiArmoredString();
    }

    static byte[] opened(byte[] message, OpenPGPKey key) throws IOException, PGPException {
        try (var content = new BcOpenPGPApi()
                .decryptAndOrVerifyMessage()
                .addDecryptionKey(key)
                .process(new ByteArrayInputStream(message))) {
            return content.readAllBytes();
        }
    }
}
