package org.hashwise.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/** A TCP connection of a client, with the requests that are in progress on it. */
final class ClientConnection {

    private static final String ATTRIBUTE = ClientConnection.class.getName();

    private static final String LINE_BREAK = "\r\n";

    private final String client;
    private final SocketChannel channel;
    private final Supplier<@Nullable SocketWrapperBase<?>> socket;
    private final AtomicInteger requests = new AtomicInteger();
    private volatile long idleSince = System.nanoTime();

    /** @param socket the container's view of the connection; null before it is set up and after it was closed */
    ClientConnection(String client, SocketChannel channel, Supplier<@Nullable SocketWrapperBase<?>> socket) {
        this.client = client;
        this.channel = channel;
        this.socket = socket;
    }

    /** The connection of a request; null in a container that does not record it. */
    static @Nullable ClientConnection of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof ClientConnection connection ? connection : null;
    }

    /** The network of the client, by which limits are counted. */
    String client() {
        return client;
    }

    void begin(HttpServletRequest request) {
        requests.incrementAndGet();
        request.setAttribute(ATTRIBUTE, this);
    }

    void end() {
        idleSince = System.nanoTime();
        requests.decrementAndGet();
    }

    /**
     * Returns whether no complete request is being answered: the client sends nothing, or a header that is not complete
     * yet.
     */
    boolean isIdle() {
        return requests.get() == 0;
    }

    /** Nanoseconds for which no request has been in progress. */
    long idleNanos() {
        return System.nanoTime() - idleSince;
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    /**
     * Returns whether the client closed its end. To be asked by the thread that processes a request of HTTP/1.1 whose
     * body was read; what the client sent already is left for the next request.
     */
    boolean isClosedByClient() {
        try {
            hasBytes("");
            return false;
        } catch (IOException gone) {
            return true;
        }
    }

    /**
     * Returns whether bytes of the client are there that no request has taken, or their end. A line break alone does not count: it may be
     * the end of a chunk, after which the client waits. To be asked by the thread that processes a request of HTTP/1.1.
     */
    boolean hasArrived() {
        try {
            return hasBytes(LINE_BREAK);
        } catch (IOException gone) {
            return true;
        }
    }

    /** True when there are other bytes than those of a text or a part of it. */
    private boolean hasBytes(String text) throws IOException {
        SocketWrapperBase<?> wrapper = socket.get();
        if (wrapper == null) {
            if (!channel.isOpen()) {
                throw new ClosedChannelException();
            }
            return false;
        }
        ByteBuffer next = ByteBuffer.allocate(text.length() + 1);
        boolean more = true;
        try {
            while (more && next.hasRemaining()) {
                more = wrapper.read(false, next) > 0;
            }
            return !text.contains(
                    StandardCharsets.ISO_8859_1.decode(next.duplicate().flip()));
        } finally {
            wrapper.unRead(next.flip());
        }
    }

    /** Makes the container close the connection. */
    void close() {
        SocketWrapperBase<?> wrapper = socket.get();
        if (wrapper != null) {
            wrapper.processSocket(SocketEvent.ERROR, true);
        }
    }
}
