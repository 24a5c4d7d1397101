package org.hashwise.rulebook;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.hashwise.rulebook.model.RulebookFiles;
import org.jspecify.annotations.Nullable;

/**
 * Cache of rulebooks that are not in force, for replays and verification. Reading one and building its network takes tenths of
 * a second of a processor, seconds in a cold program: it is done one at a time, and those opened last or used most stay open.
 * Thread-safe.
 */
public final class RulebookCache implements AutoCloseable {

    private final long patienceMillis;
    private final Semaphore reading = new Semaphore(1, true);
    private final Cache<String, Edition> open;

    /**
     * @param capacity how many stay open; those in use are not counted once they are dropped
     * @param patienceMillis how long a caller waits while others are read
     */
    public RulebookCache(int capacity, long patienceMillis) {
        this.open = Caffeine.newBuilder()
                .maximumSize(capacity)
                .executor(Runnable::run)
                .removalListener((@Nullable String fingerprint, @Nullable Edition dropped, RemovalCause cause) ->
                        Objects.requireNonNull(dropped).letGo())
                .build();
        this.patienceMillis = patienceMillis;
    }

    /** A rulebook that stays open until it is given back. */
    public static final class Loan implements AutoCloseable {

        private @Nullable Edition edition;
        private final Rulebook rulebook;

        private Loan(Edition edition) {
            this.edition = edition;
            this.rulebook = edition.rulebook();
        }

        public Rulebook rulebook() {
            return rulebook;
        }

        @Override
        public synchronized void close() {
            if (edition != null) {
                edition.letGo();
                edition = null;
            }
        }
    }

    /**
     * Opens an edition, or takes the one that is open.
     *
     * @param files read only when it is not open; empty when they are not available
     * @return empty when the files are not available
     * @throws org.hashwise.rulebook.model.RulebookRejected when this program takes no such files any more
     * @throws EditionsBusy when too many others are waiting
     */
    public Optional<Loan> borrow(String fingerprint, Supplier<Optional<RulebookFiles>> files) {
        Optional<Loan> ready = ready(fingerprint);
        if (ready.isPresent()) {
            return ready;
        }
        await();
        try {
            Optional<Loan> meanwhile = ready(fingerprint);
            if (meanwhile.isPresent()) {
                return meanwhile;
            }
            return files.get().map(RulebookReader::reopen).map(rulebook -> keep(fingerprint, rulebook));
        } finally {
            reading.release();
        }
    }

    private void await() {
        try {
            if (!reading.tryAcquire(patienceMillis, TimeUnit.MILLISECONDS)) {
                throw new EditionsBusy();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new EditionsBusy();
        }
    }

    private Optional<Loan> ready(String fingerprint) {
        Edition edition = open.getIfPresent(fingerprint);
        return edition == null || !edition.take() ? Optional.empty() : Optional.of(new Loan(edition));
    }

    private Loan keep(String fingerprint, Rulebook rulebook) {
        Edition edition = new Edition(rulebook, Instant.EPOCH);
        edition.take();
        open.put(fingerprint, edition);
        return new Loan(edition);
    }

    /** Drops all; those in use are closed when they are given back. */
    @Override
    public void close() {
        open.invalidateAll();
    }
}
