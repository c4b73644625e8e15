package org.demarche.bundle.store;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs requests to an object store: AWS Signature Version 4, which all S3-compatible stores take. */
record Signer(String key, String secret, String region) {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String SIGNED = "host;x-amz-content-sha256;x-amz-date";

    /**
     * The request with date, digest and signature.
     *
     * @param body SHA-256 of the body, hex
     */
    HttpRequest.Builder sign(String method, URI uri, String body, Instant now) {
        var moment = MOMENT.format(now);
        var day = moment.substring(0, 8);
        var host = uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
        var canonical = String.join(
                "\n",
                method,
                uri.getRawPath(),
                uri.getRawQuery() == null ? "" : uri.getRawQuery(),
                "host:" + host,
                "x-amz-content-sha256:" + body,
                "x-amz-date:" + moment,
                "",
                SIGNED,
                body);
        var scope = day + "/" + region + "/s3/aws4_request";
        var text = String.join("\n", "AWS4-HMAC-SHA256", moment, scope, sha256(canonical));
        var derived = hmac(hmac(hmac(hmac(bytes("AWS4" + secret), day), region), "s3"), "aws4_request");
        return HttpRequest.newBuilder(uri)
                .header("x-amz-date", moment)
                .header("x-amz-content-sha256", body)
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=" + key + "/" + scope + ", SignedHeaders=" + SIGNED
                                + ", Signature=" + HexFormat.of().formatHex(hmac(derived, text)));
    }

    static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(text)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Signer[" + key + "]";
    }
}
