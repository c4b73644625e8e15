package org.demarche.common.page;

import io.quarkus.qute.TemplateGlobal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Browsers keep style sheet and scripts for ever: {@code {assets}} in their address changes when they do. */
@TemplateGlobal
public final class Assets {

    /** Below {@code META-INF/resources}. */
    public static final List<String> FILES = List.of(
            "demarche.css",
            "live.js",
            "pen.js",
            "count.js",
            "words.js",
            "copy.js",
            "frame.js",
            "verify.js",
            "proof.js",
            "letters.js",
            "progress.js");

    private static final String VERSION = version();

    private Assets() {}

    /** Eight hex digits. */
    public static String assets() {
        return VERSION;
    }

    private static String version() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : FILES) {
                try (var content = Thread.currentThread()
                        .getContextClassLoader()
                        .getResourceAsStream("META-INF/resources/" + file)) {
                    digest.update(content.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 4);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
