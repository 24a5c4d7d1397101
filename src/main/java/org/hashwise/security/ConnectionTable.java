package org.hashwise.security;

import java.net.InetSocketAddress;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The open connections. Their number is bounded, in all and for each client: a new connection replaces the one that has
 * been idle longest, so that idle connections do not block new ones. Trusted proxies carry the requests
 * of many clients, and only the bound on all applies to them. Thread-safe.
 */
final class ConnectionTable {

    private final AccessPolicy policy;
    private final RequestLimits limits;
    private final Map<Key, ClientConnection> open = new ConcurrentHashMap<>();

    ConnectionTable(AccessPolicy policy, RequestLimits limits) {
        this.policy = policy;
        this.limits = limits;
    }

    /** Both ends of a connection; no two open ones have the same. */
    record Key(InetSocketAddress client, InetSocketAddress server) {}

    /** Closes idle connections until there is capacity for a further one; false when there is none. */
    boolean makeRoom(String address) {
        String client = ClientNetwork.ofPeer(address);
        int all = 0;
        int own = 0;
        ClientConnection longest = null;
        ClientConnection longestOwn = null;
        for (Iterator<ClientConnection> each = open.values().iterator(); each.hasNext(); ) {
            ClientConnection connection = each.next();
            if (!connection.isOpen()) {
                each.remove();
                continue;
            }
            all++;
            longest = longerIdle(longest, connection);
            if (connection.client().equals(client)) {
                own++;
                longestOwn = longerIdle(longestOwn, connection);
            }
        }
        if (own >= limits.connectionsPerAddress() && !policy.isTrusted(address)) {
            return close(longestOwn);
        }
        return all < limits.connections() || close(longest);
    }

    private static @Nullable ClientConnection longerIdle(@Nullable ClientConnection one, ClientConnection other) {
        if (!other.isIdle()) {
            return one;
        }
        return one == null || other.idleNanos() > one.idleNanos() ? other : one;
    }

    private boolean close(@Nullable ClientConnection idle) {
        if (idle == null) {
            return false;
        }
        open.values().remove(idle);
        idle.close();
        return true;
    }

    void add(Key key, ClientConnection connection) {
        open.put(key, connection);
    }

    @Nullable
    ClientConnection find(Key key) {
        return open.get(key);
    }

    /** Closes what has been idle for too long, also if bytes of an incomplete header arrive now and then. */
    void closeIdle() {
        for (ClientConnection connection : open.values()) {
            if (!connection.isOpen()) {
                open.values().remove(connection);
            } else if (connection.isIdle()
                    && connection.idleNanos() > limits.idleConnection().toNanos()) {
                close(connection);
            }
        }
    }

    int size() {
        return (int) open.values().stream().filter(ClientConnection::isOpen).count();
    }
}
