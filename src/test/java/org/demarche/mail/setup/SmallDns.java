package org.demarche.mail.setup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A name server that knows the text records a test gives it (RFC 1035). */
public final class SmallDns implements AutoCloseable {

    private final DatagramSocket socket;
    private final Map<String, List<String>> records = new ConcurrentHashMap<>();

    public SmallDns() {
        try {
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    public int port() {
        return socket.getLocalPort();
    }

    public void publish(String name, String... texts) {
        records.put(name, List.of(texts));
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                var question = new DatagramPacket(new byte[512], 512);
                socket.receive(question);
                var answer = answer(question.getData(), question.getLength());
                socket.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private byte[] answer(byte[] question, int length) throws IOException {
        var name = new StringBuilder();
        int at = 12;
        while (question[at] != 0) {
            name.append(new String(question, at + 1, question[at], StandardCharsets.US_ASCII))
                    .append('.');
            at += question[at] + 1;
        }
        var texts = records.getOrDefault(name.substring(0, name.length() - 1), List.of());
        var out = new ByteArrayOutputStream();
        out.write(question, 0, 2);
        out.write(new byte[] {(byte) 0x84, (byte) (texts.isEmpty() ? 3 : 0), 0, 1, 0, (byte) texts.size(), 0, 0, 0, 0});
        out.write(question, 12, at + 5 - 12);
        for (var text : texts) {
            var data = strings(text);
            out.write(
                    new byte[] {(byte) 0xC0, 12, 0, 16, 0, 1, 0, 0, 0, 60, (byte) (data.length >> 8), (byte) data.length
                    });
            out.write(data);
        }
        return out.toByteArray();
    }

    /** Strings of at most 255 bytes each. */
    private static byte[] strings(String text) {
        var out = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i += 200) {
            var part = text.substring(i, Math.min(text.length(), i + 200)).getBytes(StandardCharsets.US_ASCII);
            out.write(part.length);
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    @Override
    public void close() {
        socket.close();
    }
}
