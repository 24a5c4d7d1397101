package org.hashwise;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One HTTP connection whose bytes are sent as they are, for requests that no HTTP client would send. */
public final class RawHttp implements AutoCloseable {

    private static final int SMALL_WINDOW = 1024;

    private final Socket socket = new Socket();

    private RawHttp(Duration patience) throws IOException {
        socket.setSoTimeout((int) patience.toMillis());
    }

    private RawHttp connected(int port) throws IOException {
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        return this;
    }

    public static RawHttp connect(int port) throws IOException {
        return connect(port, Duration.ofMinutes(1));
    }

    /** @param patience the longest time without a byte of the reply */
    static RawHttp connect(int port, Duration patience) throws IOException {
        return new RawHttp(patience).connected(port);
    }

    /** The same from another address of this machine, such as 127.0.0.2. */
    public static RawHttp connect(String from, int port, Duration patience) throws IOException {
        RawHttp http = new RawHttp(patience);
        http.socket.bind(new InetSocketAddress(from, 0));
        return http.connected(port);
    }

    /** A connection whose client takes hardly anything in before it reads. */
    static RawHttp slowReader(int port, Duration patience) throws IOException {
        RawHttp http = new RawHttp(patience);
        http.socket.setReceiveBufferSize(SMALL_WINDOW);
        return http.connected(port);
    }

    /** A whole request; the header lines besides those of the body. */
    public static String request(String line, String body, String... headers) {
        StringBuilder text = new StringBuilder(line).append(" HTTP/1.1\r\n");
        for (String header : headers) {
            text.append(header).append("\r\n");
        }
        if (!body.isEmpty()) {
            int length = body.getBytes(StandardCharsets.UTF_8).length;
            text.append("Content-Length: ").append(length).append("\r\n");
        }
        return text.append("\r\n").append(body).toString();
    }

    public RawHttp send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    RawHttp send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /** True when a byte could be sent. */
    boolean drip() {
        try {
            socket.getOutputStream().write(' ');
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    /** The reply up to the end of the connection; empty when it was closed without one, or none came in time. */
    public String reply() {
        StringBuilder reply = new StringBuilder();
        try {
            InputStream in = socket.getInputStream();
            byte[] bytes = new byte[8192];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                reply.append(new String(bytes, 0, read, StandardCharsets.UTF_8));
            }
        } catch (SocketTimeoutException silent) {
            return reply + "\n(no end in time)";
        } catch (IOException reset) {
            return reply.toString();
        }
        return reply.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
