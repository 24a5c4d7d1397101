package org.hashwise.web;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The memory that all sessions take together, which is bounded: sessions beyond it replace those that have been unused
 * longest, sessions without a login first. Thread-safe.
 */
@Component
class SessionMemory implements HttpSessionListener, HttpSessionAttributeListener {

    private static final Logger LOG = LoggerFactory.getLogger(SessionMemory.class);

    private static final int SHARE_OF_HEAP = 8;
    private static final long BYTES_OF_SESSION = 4096;

    /** The attribute of a session with its login. */
    private static final String LOGIN = "SPRING_SECURITY_CONTEXT";

    private final long most;

    /** Bytes of each session, by identity: its id changes with a login. */
    private final IdentityHashMap<HttpSession, Long> sessions = new IdentityHashMap<>();

    private long used;

    SessionMemory() {
        this(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    }

    /** @param most bytes that all sessions may take together */
    SessionMemory(long most) {
        this.most = most;
    }

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        measure(event.getSession());
    }

    @Override
    public synchronized void sessionDestroyed(HttpSessionEvent event) {
        forget(event.getSession());
    }

    @Override
    public void attributeAdded(HttpSessionBindingEvent event) {
        changed(event);
    }

    @Override
    public void attributeReplaced(HttpSessionBindingEvent event) {
        changed(event);
    }

    @Override
    public void attributeRemoved(HttpSessionBindingEvent event) {
        changed(event);
    }

    synchronized int count() {
        return sessions.size();
    }

    private void changed(HttpSessionBindingEvent event) {
        if (event.getName().equals(Workspace.ATTRIBUTE)) {
            measure(event.getSession());
        }
    }

    private void measure(HttpSession session) {
        List<HttpSession> unused;
        synchronized (this) {
            long bytes = BYTES_OF_SESSION;
            try {
                if (session.getAttribute(Workspace.ATTRIBUTE) instanceof Workspace open) {
                    bytes += open.bytes();
                }
            } catch (IllegalStateException ended) {
                return;
            }
            forget(session);
            sessions.put(session, bytes);
            used += bytes;
            unused = used > most ? leastUsed(session) : List.of();
        }
        // Not while the lock is held: ending a session calls back.
        unused.forEach(SessionMemory::end);
        if (!unused.isEmpty()) {
            LOG.warn("{} sessions were ended because all together took too much memory", unused.size());
        }
    }

    private void forget(HttpSession session) {
        Long bytes = sessions.remove(session);
        used -= bytes == null ? 0 : bytes;
    }

    /** Sessions to end, so many that the others take nine tenths of what they may. */
    private List<HttpSession> leastUsed(HttpSession kept) {
        List<EvictionCandidate> order = sessions.keySet().stream()
                .filter(session -> session != kept)
                .map(session -> new EvictionCandidate(session, isLoggedIn(session), lastUsed(session)))
                .sorted(Comparator.comparing(EvictionCandidate::loggedIn)
                        .thenComparingLong(EvictionCandidate::lastUsed))
                .toList();
        long excess = used - most / 10 * 9;
        List<HttpSession> ended = new ArrayList<>();
        for (EvictionCandidate candidate : order) {
            if (excess <= 0) {
                break;
            }
            excess -= sessions.getOrDefault(candidate.session(), 0L);
            ended.add(candidate.session());
        }
        return ended;
    }

    private record EvictionCandidate(HttpSession session, boolean loggedIn, long lastUsed) {}

    private static boolean isLoggedIn(HttpSession session) {
        try {
            return session.getAttribute(LOGIN) != null;
        } catch (IllegalStateException ended) {
            return false;
        }
    }

    private static long lastUsed(HttpSession session) {
        try {
            return session.getLastAccessedTime();
        } catch (IllegalStateException ended) {
            return 0;
        }
    }

    private static void end(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException ended) {
            LOG.debug("A session ended meanwhile");
        }
    }
}
