package org.hashwise.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection that is kept open. It does as little as it can, as it shares the processors with what it measures. */
final class Connection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;
    private static final int BUFFER = 1 << 16;

    private final Socket socket;
    private final InputStream in;
    private boolean closing;

    Connection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    }

    static byte[] get(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** The bytes of a request. */
    static byte[] post(String path, byte[] json, String type) {
        byte[] head = ("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: " + type
                        + "\r\nAccept: application/json\r\nContent-Length: " + json.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] request = java.util.Arrays.copyOf(head, head.length + json.length);
        System.arraycopy(json, 0, request, head.length, json.length);
        return request;
    }

    /**
     * Sends a request and reads the reply.
     *
     * @throws IllegalStateException when the reply is not 200
     */
    byte[] ask(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        String status = line();
        int length = -1;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(lower.indexOf(':') + 1).strip());
            }
            closing |= lower.equals("connection: close");
            chunked |= lower.startsWith("transfer-encoding:") && lower.endsWith("chunked");
        }
        byte[] body = chunked ? chunks() : exactly(length);
        if (!status.contains(" 200")) {
            throw new IllegalStateException(status + "\n" + new String(body, StandardCharsets.UTF_8));
        }
        return body;
    }

    /** True when the server ends the connection, as it does after a number of requests. */
    boolean isClosing() {
        return closing;
    }

    private byte[] chunks() throws IOException {
        java.io.ByteArrayOutputStream body = new java.io.ByteArrayOutputStream(BUFFER);
        int length = Integer.parseInt(line(), 16);
        while (length > 0) {
            body.write(exactly(length));
            line();
            length = Integer.parseInt(line(), 16);
        }
        line();
        return body.toByteArray();
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
