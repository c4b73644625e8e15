package org.demarche.trial;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A relay that takes everything, keeps nothing, and hands on the token of each confirmation link. */
final class MailSink implements AutoCloseable {

    private static final Pattern LINK = Pattern.compile("/confirm/([A-Za-z0-9_-]{20,})");

    private final ServerSocket server;
    private final Consumer<String> tokens;
    private final LongAdder taken = new LongAdder();

    MailSink(int port, Consumer<String> tokens) throws IOException {
        this.server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        this.tokens = tokens;
        Thread.ofVirtual().start(this::accept);
    }

    long taken() {
        return taken.sum();
    }

    private void accept() {
        try {
            while (true) {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> talk(socket));
            }
        } catch (IOException closed) {
            // The trial is over.
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            say(socket, "220 sink");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                switch (line.length() < 4 ? "" : line.substring(0, 4).toUpperCase()) {
                    case "EHLO" -> say(socket, "250-sink\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 PIPELINING");
                    case "DATA" -> {
                        say(socket, "354 go on");
                        take(in);
                        say(socket, "250 taken");
                    }
                    case "QUIT" -> {
                        return;
                    }
                    default -> say(socket, "250 ok");
                }
            }
        } catch (IOException gone) {
            // The house closes its connections as it likes.
        }
    }

    private void take(BufferedReader in) throws IOException {
        var text = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            // Soft line ends of quoted-printable are taken out.
            text.append(line.endsWith("=") ? line.substring(0, line.length() - 1) : line + "\n");
        }
        taken.increment();
        var link = LINK.matcher(text);
        if (link.find()) {
            tokens.accept(link.group(1));
        }
    }

    private static void say(Socket socket, String words) throws IOException {
        socket.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
