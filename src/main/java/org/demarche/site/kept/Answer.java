package org.demarche.site.kept;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/**
 * A page or file as bytes ready to send, plain and compressed.
 *
 * @param gzip null where it would save nothing
 * @param etag with its quotes
 * @param language of the content; null for files
 * @param vary what else of a request decides how it looks
 */
record Answer(Buffer plain, Buffer gzip, String etag, String type, String language, String vary) {

    private static final int TAG_BYTES = 12;

    /** Smaller ones fit into one packet as they are. */
    private static final int WORTH_COMPRESSING = 1_000;

    static Answer of(byte[] content, String etag, String type, String language, String vary) {
        return new Answer(Buffer.buffer(content), compressed(content, type), etag, type, language, vary);
    }

    /** A tag in quotes, made from what decides it. */
    static String tag(String... of) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : of) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            var start = java.util.Arrays.copyOf(digest.digest(), TAG_BYTES);
            return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(start) + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Buffer compressed(byte[] content, String type) {
        if (content.length < WORTH_COMPRESSING || !(type.startsWith("text/") || type.contains("svg"))) {
            return null;
        }
        var bytes = new ByteArrayOutputStream(content.length / 3);
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Buffer.buffer(bytes.toByteArray());
    }

    /** The request that turned its connection into HTTP/2: answered at once it may never leave, so it goes the long way. */
    static boolean comesTooEarly(HttpServerRequest request) {
        return request.version() == HttpVersion.HTTP_2 && !request.isSSL() && request.streamId() == 1;
    }

    int bytes() {
        return plain.length() + (gzip == null ? 0 : gzip.length());
    }

    /** Sends it, or that nothing has changed; to be called where the connection is at home. */
    void send(HttpServerRequest request, String cacheControl) {
        var response = request.response();
        var zipped = accepts(request);
        head(response, cacheControl);
        if (isKnown(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(304).end();
            return;
        }
        var body = zipped ? gzip : plain;
        response.putHeader(HttpHeaders.CONTENT_TYPE, type);
        if (zipped) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        if (request.method() == HttpMethod.HEAD) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length()))
                    .end();
        } else {
            response.end(body);
        }
    }

    private void head(HttpServerResponse response, String cacheControl) {
        response.putHeader(HttpHeaders.ETAG, etag);
        response.putHeader(HttpHeaders.CACHE_CONTROL, cacheControl);
        response.putHeader(HttpHeaders.VARY, vary);
        if (language != null) {
            response.putHeader(HttpHeaders.CONTENT_LANGUAGE, language);
        }
    }

    /** RFC 9110, 12.5.3, as far as browsers go: gzip is named, and not with a weight of nothing. */
    private boolean accepts(HttpServerRequest request) {
        var accepted = gzip == null ? null : request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null && accepted.contains("gzip") && !accepted.contains("gzip;q=0");
    }

    /** RFC 9110, 13.1.2: the comparison is weak. */
    boolean isKnown(String ifNoneMatch) {
        if (ifNoneMatch == null) {
            return false;
        }
        int start = etag.startsWith("W/") ? 2 : 0;
        return ifNoneMatch.equals("*") || ifNoneMatch.contains(etag.substring(start));
    }
}
