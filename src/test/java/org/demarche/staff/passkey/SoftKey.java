package org.demarche.staff.passkey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;
import org.demarche.common.Token;

/**
 * A device that answers as W3C Web Authentication says, and that can be made to answer badly: RFC 9053 for its key, a
 * statement of format "none" for its making.
 */
public final class SoftKey {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int WITH_KEY = 0x40;
    private static final int COORDINATE = 32;

    private final byte[] id = Token.random().hash();
    private final KeyPair pair;
    private String userHandle;

    /** The page it believes to be on. */
    public String origin;

    /** What it counts up to with the next answer. */
    public int counter = 1;

    /** Whether its owner unlocked it. */
    public boolean unlocked = true;

    public SoftKey(String origin) {
        this.origin = origin;
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As {@code navigator.credentials.create} answers. */
    public String create(String options) {
        var asked = read(options);
        userHandle = asked.at("/user/id").textValue();
        var made = new ByteArrayOutputStream();
        put(made, 0xa3, 0x63, "fmt", 0x64, "none", 0x67, "attStmt", 0xa0, 0x68, "authData", 0x58);
        var data = data(asked.at("/rp/id").textValue(), WITH_KEY);
        put(made, data.length, data);
        return answer(Map.of(
                "clientDataJSON", TEXT.encodeToString(clientData("webauthn.create", asked)),
                "attestationObject", TEXT.encodeToString(made.toByteArray())));
    }

    /** As {@code navigator.credentials.get} answers. */
    public String get(String options) {
        var asked = read(options);
        var data = data(asked.at("/rpId").textValue(), 0);
        var client = clientData("webauthn.get", asked);
        try {
            var signer = Signature.getInstance("SHA256withECDSA");
            signer.initSign(pair.getPrivate());
            signer.update(data);
            signer.update(sha256(client));
            return answer(Map.of(
                    "clientDataJSON", TEXT.encodeToString(client),
                    "authenticatorData", TEXT.encodeToString(data),
                    "signature", TEXT.encodeToString(signer.sign()),
                    "userHandle", userHandle));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String answer(Map<String, String> response) {
        try {
            return JSON.writeValueAsString(Map.of(
                    "id", TEXT.encodeToString(id),
                    "rawId", TEXT.encodeToString(id),
                    "type", "public-key",
                    "clientExtensionResults", Map.of(),
                    "response", response));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(String options) {
        try {
            return JSON.readTree(options).get("publicKey");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] clientData(String type, JsonNode asked) {
        return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
                .formatted(type, asked.get("challenge").textValue(), origin)
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] data(String rpId, int with) {
        var out = new ByteArrayOutputStream();
        put(out, sha256(rpId.getBytes(StandardCharsets.UTF_8)), PRESENT | (unlocked ? VERIFIED : 0) | with);
        put(out, ByteBuffer.allocate(Integer.BYTES).putInt(counter++).array());
        if (with == WITH_KEY) {
            var point = ((ECPublicKey) pair.getPublic()).getW();
            put(out, new byte[16], 0, id.length, id, 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01);
            put(out, 0x21, 0x58, COORDINATE, coordinate(point.getAffineX()));
            put(out, 0x22, 0x58, COORDINATE, coordinate(point.getAffineY()));
        }
        return out.toByteArray();
    }

    private static byte[] coordinate(BigInteger number) {
        var bytes = number.toByteArray();
        var out = new byte[COORDINATE];
        int length = Math.min(bytes.length, COORDINATE);
        System.arraycopy(bytes, bytes.length - length, out, COORDINATE - length, length);
        return out;
    }

    private static void put(ByteArrayOutputStream out, Object... parts) {
        for (var part : parts) {
            switch (part) {
                case Integer one -> out.write(one);
                case String text -> out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
                case byte[] bytes -> out.writeBytes(bytes);
                default -> throw new IllegalArgumentException();
            }
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
