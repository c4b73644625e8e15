package org.demarche.bundle.store;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A real S3 server, that of the s3proxy project, in a process of its own; its objects are files in a folder. */
public final class S3Proxy implements AutoCloseable {

    public static final String KEY = "bundles-key";
    public static final String SECRET = "a secret/with+signs";

    private final Process process;
    private final Path folder;
    private final int port;

    public S3Proxy() {
        try {
            folder = Files.createTempDirectory("s3proxy");
            Files.createDirectories(objects().resolve("bundles"));
            try (var socket = new ServerSocket(0)) {
                port = socket.getLocalPort();
            }
            var settings = Files.writeString(
                    folder.resolve("settings"),
                    String.join(
                            "\n",
                            "s3proxy.endpoint=http://127.0.0.1:" + port,
                            "s3proxy.authorization=aws-v4",
                            "s3proxy.identity=" + KEY,
                            "s3proxy.credential=" + SECRET,
                            "jclouds.provider=filesystem",
                            "jclouds.filesystem.basedir=" + objects()));
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            process = new ProcessBuilder(List.of(
                            java,
                            "-Xmx128m",
                            "-jar",
                            Path.of("target/s3proxy.jar").toAbsolutePath().toString(),
                            "--properties",
                            settings.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException("s3proxy does not start", e);
        }
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(this::answers);
    }

    public Path objects() {
        return folder.resolve("objects");
    }

    public URI bucket() {
        return URI.create("http://127.0.0.1:" + port + "/bundles");
    }

    /** A client as each node has one. */
    public ObjectStore store() {
        return new ObjectStore(bucket(), KEY, SECRET, "us-east-1", Clock.systemUTC());
    }

    private boolean answers() throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (ConnectException notYet) {
            if (!process.isAlive()) throw new IllegalStateException(Files.readString(folder.resolve("log")));
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly();
            try (var files = Files.walk(folder)) {
                for (var file :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) Files.delete(file);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
