package org.demarche.mail.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A small SMTP server that answers as a test wants. */
public final class ScriptedSmtp implements AutoCloseable {

    /** What the server says; null drops the connection, a leading "slow " dribbles a byte every 200 ms. */
    public interface Script {
        default String greeting() {
            return "220 scripted.example.org";
        }

        default String hello() {
            return "250 scripted.example.org";
        }

        default String mail() {
            return "250 2.1.0 go on";
        }

        default String recipient(String to) {
            return "250 2.1.5 go on";
        }

        default String content(String to, String data) {
            return "250 2.0.0 queued";
        }
    }

    public record Received(String to, String data) {}

    private final ServerSocket server;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile Script script = new Script() {};
    public final List<Received> received = new CopyOnWriteArrayList<>();
    public final List<String> lines = new CopyOnWriteArrayList<>();
    public final AtomicInteger connections = new AtomicInteger();

    public ScriptedSmtp() {
        try {
            server = new ServerSocket(0, 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    public void play(Script script) {
        this.script = script;
    }

    public List<String> to(String recipient) {
        return received.stream()
                .filter(r -> r.to().equals(recipient))
                .map(Received::data)
                .toList();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                sockets.add(socket);
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> talk(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            var out = socket.getOutputStream();
            var to = "";
            if (!say(out, script.greeting())) {
                return;
            }
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(line);
                var verb = line.toUpperCase(Locale.ROOT);
                String reply;
                if (verb.startsWith("EHLO")) {
                    reply = script.hello();
                } else if (verb.startsWith("AUTH")) {
                    reply = "235 2.7.0 welcome";
                } else if (verb.startsWith("MAIL")) {
                    reply = script.mail();
                } else if (verb.startsWith("RCPT")) {
                    to = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                    reply = script.recipient(to);
                } else if (verb.equals("DATA")) {
                    say(out, "354 go on");
                    var data = data(in);
                    if (data == null) {
                        return;
                    }
                    received.add(new Received(to, data));
                    reply = script.content(to, data);
                } else if (verb.equals("QUIT")) {
                    return;
                } else {
                    reply = "250 ok";
                }
                if (!say(out, reply)) {
                    return;
                }
            }
        } catch (IOException gone) {
            // The client left or was cut off, as some tests want.
        }
    }

    /** Null where the line broke before the final dot: then nothing was received. */
    private static String data(BufferedReader in) throws IOException {
        var data = new StringBuilder();
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(".")) {
                return data.toString();
            }
            data.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        return null;
    }

    private static boolean say(OutputStream out, String reply) throws IOException {
        if (reply == null) {
            return false;
        }
        if (reply.startsWith("slow ")) {
            for (var b : reply.substring(5).getBytes(StandardCharsets.ISO_8859_1)) {
                out.write(b);
                out.flush();
                pause();
            }
            out.write("\r\n".getBytes(StandardCharsets.ISO_8859_1));
            return true;
        }
        out.write((reply + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        return true;
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Closes what stands open, as a relay does that restarts. */
    public void dropConnections() {
        for (var socket : sockets) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        sockets.clear();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        dropConnections();
    }
}
