package org.demarche.mail.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import javax.net.SocketFactory;

/**
 * Sockets without Nagle's delay, which would hold each large message back by tens of milliseconds; keeps the last one so
 * that a watchdog can cut it. TLS is laid over these sockets by the mail library.
 */
public final class QuickSockets extends SocketFactory {

    private volatile Socket last;

    /** Ends whatever the connection is waiting for. */
    public void close() throws IOException {
        var socket = last;
        if (socket != null) {
            socket.close();
        }
    }

    @Override
    public Socket createSocket() throws SocketException {
        var socket = new Socket();
        socket.setTcpNoDelay(true);
        last = socket;
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(from, fromPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(from, fromPort));
    }

    private Socket connected(InetSocketAddress to, InetSocketAddress from) throws IOException {
        var socket = createSocket();
        socket.bind(from);
        socket.connect(to);
        return socket;
    }
}
