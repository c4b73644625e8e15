package org.demarche.trial;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** One connection of a visitor: HTTP/1.1 with so little work that the one who asks does not slow the one who answers. */
final class PlainHttp implements AutoCloseable {

    private final URI server;
    private final Map<String, String> tags = new HashMap<>();
    private Socket socket;
    private InputStream in;

    PlainHttp(URI server) {
        this.server = server;
    }

    /** The status of a GET; a page that was read before is asked for anew with its tag where {@code again}. */
    int get(String path, boolean again) throws IOException {
        var tag = again ? tags.get(path) : null;
        return ask("GET " + path, tag == null ? "" : "If-None-Match: " + tag + "\r\n", path, new byte[0]);
    }

    /** The status of a POST of JSON; an empty body where there is none. */
    int post(String path, String accept, String json) throws IOException {
        var body = json.getBytes(StandardCharsets.UTF_8);
        var headers =
                "Content-Type: application/json\r\nAccept: " + accept + "\r\nContent-Length: " + body.length + "\r\n";
        return ask("POST " + path, headers, path, body);
    }

    private int ask(String request, String headers, String path, byte[] body) throws IOException {
        if (socket == null) {
            socket = new Socket(server.getHost(), server.getPort());
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(60_000);
            in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        }
        try {
            var out = new ByteArrayOutputStream();
            out.writeBytes((request + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\n" + headers + "\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            out.writeBytes(body);
            out.writeTo(socket.getOutputStream());
            return answer(path);
        } catch (IOException broken) {
            close();
            throw broken;
        }
    }

    private int answer(String path) throws IOException {
        var status = Integer.parseInt(line().split(" ", 3)[1]);
        long length = 0;
        boolean chunked = false, last = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var colon = header.indexOf(':');
            var value = header.substring(colon + 1).strip();
            switch (header.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = Long.parseLong(value);
                case "transfer-encoding" -> chunked = true;
                case "connection" -> last = value.equalsIgnoreCase("close");
                case "etag" -> tags.put(path, value);
                default -> {}
            }
        }
        if (chunked) {
            for (var size = size(); size > 0; size = size()) {
                in.skipNBytes(size + 2);
            }
            line();
        } else if (status != 304 && status != 204) {
            in.skipNBytes(length);
        }
        if (last) {
            close();
        }
        return status;
    }

    private long size() throws IOException {
        return Long.parseLong(line().strip(), 16);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the server closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
