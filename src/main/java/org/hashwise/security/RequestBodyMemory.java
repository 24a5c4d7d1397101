package org.hashwise.security;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The memory that bodies of unfinished requests take together, and how many of them each client is still sending. */
final class RequestBodyMemory {

    /** Bytes of each body that are always accepted, so that large bodies cannot displace small ones. */
    private static final int ALWAYS = 16 << 10;

    private static final int SHARE_OF_HEAP = 4;

    private final long most = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP;
    private final int mostPerClient;
    private final AtomicLong used = new AtomicLong();
    private final Map<String, Integer> arriving = new ConcurrentHashMap<>();

    RequestBodyMemory(int mostPerClient) {
        this.mostPerClient = mostPerClient;
    }

    /** Returns whether a body of the given size may grow by so many bytes. */
    boolean reserve(int bytes, int size) {
        if (used.addAndGet(bytes) <= most || size + bytes <= ALWAYS) {
            return true;
        }
        used.addAndGet(-bytes);
        return false;
    }

    void release(int bytes) {
        used.addAndGet(-bytes);
    }

    /**
     * Returns whether the client may send one more body that does not arrive at once; {@link #end} follows in either
     * case.
     */
    boolean begin(String client) {
        return arriving.merge(client, 1, Integer::sum) <= mostPerClient;
    }

    void end(String client) {
        arriving.computeIfPresent(client, (same, count) -> count == 1 ? null : count - 1);
    }
}
