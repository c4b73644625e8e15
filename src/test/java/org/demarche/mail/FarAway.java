package org.demarche.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;

/** A line to a server on this machine that takes its time, each way. */
final class FarAway implements AutoCloseable {

    private record Piece(byte[] bytes, long due) {}

    private final ServerSocket server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    private final int target;
    private final long delay;

    FarAway(int target, Duration eachWay) throws IOException {
        this.target = target;
        this.delay = eachWay.toNanos();
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var near = server.accept();
                var far = new Socket(InetAddress.getLoopbackAddress(), target);
                near.setTcpNoDelay(true);
                far.setTcpNoDelay(true);
                carry(near, far);
                carry(far, near);
            } catch (IOException closed) {
                // The bench is over, or the client left.
            }
        }
    }

    private void carry(Socket from, Socket to) throws IOException {
        var pieces = new LinkedBlockingQueue<Piece>();
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        Thread.ofVirtual().start(() -> {
            var buffer = new byte[65_536];
            try {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    pieces.add(new Piece(java.util.Arrays.copyOf(buffer, n), System.nanoTime() + delay));
                }
            } catch (IOException closed) {
                // As good as its end.
            }
            pieces.add(new Piece(null, System.nanoTime() + delay));
        });
        Thread.ofVirtual().start(() -> {
            try (from;
                    to) {
                for (var piece = pieces.take(); piece.bytes() != null; piece = pieces.take()) {
                    Thread.sleep(Duration.ofNanos(Math.max(0, piece.due() - System.nanoTime())));
                    out.write(piece.bytes());
                    out.flush();
                }
            } catch (IOException closed) {
                // The other side is told by the closing.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
