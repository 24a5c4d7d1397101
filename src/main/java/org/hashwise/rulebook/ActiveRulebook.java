package org.hashwise.rulebook;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import org.hashwise.rulebook.RulebookReader.Examination;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The rulebook in force, and the draft that would replace it if it had no errors. Thread-safe. */
@Component
public class ActiveRulebook implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(ActiveRulebook.class);

    /** Requests of users that arrive at the start are served first. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** The time after which a check in the background rests. */
    private static final Duration SLICE = Duration.ofMillis(5);

    private final RulesLocation location;
    private final Clock clock;

    @SuppressWarnings("ThreadLocalUsage") // what a thread holds of these rulebooks is not what it holds of others
    private final ThreadLocal<Edition> held = new ThreadLocal<>();

    /** True once the program has started and editions are used in bulk. */
    private volatile boolean serving;

    /** The check of the newest edition, running or ended. */
    private volatile @Nullable Thread verification;

    /** Callers that wait for the check because they need many verdicts. */
    private final AtomicInteger waitingCallers = new AtomicInteger();

    /** Incomplete only while the rules that the program starts with are read. */
    private volatile CompletableFuture<State> state;

    /** Both change together, so that a draft is never visible beside the edition that it became. */
    private record State(Edition inForce, @Nullable Draft draft) {}

    /** Reads the rules at start, while the rest of the program is put together; callers that need them before wait. */
    @Autowired
    ActiveRulebook(@Value("${hashwise.rules:}") String folder, Clock clock) {
        this(RulesLocation.of(folder), clock, ActiveRulebook::inBackground);
    }

    /** @throws org.hashwise.rulebook.model.RulebookRejected when the rules have errors */
    ActiveRulebook(RulesLocation location, Clock clock) {
        this(location, clock, Runnable::run);
        afterSingletonsInstantiated();
    }

    /**
     * For programs without the rest of the application.
     *
     * @param folder as the setting {@code hashwise.rules} names it
     * @throws org.hashwise.rulebook.model.RulebookRejected when the rules have errors
     */
    public static ActiveRulebook at(String folder, Clock clock) {
        return new ActiveRulebook(RulesLocation.of(folder), clock);
    }

    private ActiveRulebook(RulesLocation location, Clock clock, Executor reader) {
        this.location = location;
        this.clock = clock;
        this.state = CompletableFuture.supplyAsync(() -> read(location, clock), reader);
    }

    private static void inBackground(Runnable reading) {
        Thread thread = new Thread(reading, "rules");
        thread.setDaemon(true); // a start that fails elsewhere does not wait for it
        thread.start();
    }

    private static State read(RulesLocation location, Clock clock) {
        String folder = location.shown();
        LOG.info("Rules are read from {}", folder.isEmpty() ? "the program itself" : folder);
        return new State(new Edition(RulebookReader.read(location.files()), clock.instant()), null);
    }

    /** @throws org.hashwise.rulebook.model.RulebookRejected when the rules have errors: the program does not start without good rules */
    @Override
    public final void afterSingletonsInstantiated() {
        state();
    }

    /** Once users are served, bytecode of the rules is checked against the engine, with the lowest priority. */
    @EventListener(ApplicationReadyEvent.class)
    void startVerification() {
        startVerification(PAUSE);
    }

    /** @param pause before the edition in force is checked; later ones are checked at once */
    void startVerification(Duration pause) {
        serving = true;
        verifyBytecode(state().inForce(), pause);
    }

    private void verifyBytecode(Edition edition, Duration pause) {
        if (!edition.take()) {
            return;
        }
        Thread thread = new Thread(
                () -> {
                    try {
                        rest(pause.toNanos());
                        edition.rulebook().verifyBytecode(paced(edition));
                    } finally {
                        edition.letGo();
                    }
                    if (pause.isZero()) {
                        releaseMemory();
                    }
                },
                "bytecode");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
        verification = thread;
    }

    /**
     * Stops the check of an edition that is no longer in force, and makes each check rest for twice as long as it works unless
     * somebody waits for it: most systems ignore the priority of a thread, and requests and the next edit need the processors more.
     */
    private BooleanSupplier paced(Edition edition) {
        AtomicLong since = new AtomicLong(System.nanoTime());
        return () -> {
            long worked = System.nanoTime() - since.get();
            if (worked > SLICE.toNanos()) {
                rest(2 * worked);
                since.set(System.nanoTime());
            }
            return state().inForce() != edition;
        };
    }

    /** Parks the current thread for a time, or until a caller of {@link #verifyWithoutPauses} waits for it. */
    private void rest(long nanos) {
        long end = System.nanoTime() + nanos;
        long left = nanos;
        while (left > 0 && waitingCallers.get() == 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(left);
            left = end - System.nanoTime();
        }
    }

    /**
     * Gives the memory of a replaced edition back to the operating system. Reading rules leaves several times as much garbage as
     * there are live data, and the virtual machine would rather grow than collect it; a collection takes less than a tenth of a second.
     */
    private static void releaseMemory() {
        System.gc();
        try {
            // What building the network left to the C library; the command "jcmd … System.trim_native_heap" of JVMs on
            // Linux.
            ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "systemTrimNativeHeap",
                            null,
                            null);
        } catch (JMException | RuntimeMBeanException absent) {
            LOG.debug("This virtual machine keeps its native memory", absent);
        }
    }

    /** Waits until the bytecode of the newest edition was checked against the engine, or a time has passed. */
    public void awaitVerification(Duration most) throws InterruptedException {
        Thread running = verification;
        if (running != null) {
            running.join(most.toMillis());
        }
    }

    /**
     * The same for a caller that needs thousands of verdicts, which take the engine longer than the check: it does not rest
     * meanwhile.
     *
     * @param most how long the caller waits
     */
    public void verifyWithoutPauses(Duration most) throws InterruptedException {
        Thread running = verification;
        if (running == null || state().inForce().rulebook().verdictSource() != VerdictSource.UNVERIFIED) {
            return;
        }
        waitingCallers.incrementAndGet();
        try {
            LockSupport.unpark(running);
            running.join(most.toMillis());
        } finally {
            waitingCallers.decrementAndGet();
        }
    }

    private void put(State changed) {
        state = CompletableFuture.completedFuture(changed);
    }

    private State state() {
        try {
            return state.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failure;
        }
    }

    /** The edition that this thread holds, else the one in force, which may be closed as soon as another replaces it. */
    public Rulebook current() {
        return edition().rulebook();
    }

    /** Since when {@link #current()} is in force. */
    public Instant loadedAt() {
        return edition().loadedAt();
    }

    /** The changed files that wait for their errors to be corrected. */
    public Optional<Draft> draft() {
        return Optional.ofNullable(state().draft());
    }

    /** The folder from which the rules are read; empty for those that came with the program. */
    public Optional<Path> folder() {
        return location.folder();
    }

    RulesLocation location() {
        return location;
    }

    private Edition edition() {
        Edition own = held.get();
        return own == null ? state().inForce() : own;
    }

    /** Pins one edition for this thread until it is released, even when another comes into force. */
    public interface Lease extends AutoCloseable {
        @Override
        void close();
    }

    /** Holds on to the edition in force; a thread that holds one already keeps that. */
    public Lease lease() {
        if (held.get() != null) {
            return () -> {};
        }
        Edition edition = taken();
        held.set(edition);
        return () -> {
            held.remove();
            edition.letGo();
        };
    }

    private Edition taken() {
        while (true) {
            Edition edition = state().inForce();
            if (edition.take()) {
                return edition;
            }
        }
    }

    /** Puts the examined files in force when they have no errors, and keeps them as the draft when they do. */
    synchronized void take(Examination examined) {
        Optional<Rulebook> rulebook = examined.rulebook();
        if (rulebook.isEmpty()) {
            LOG.warn(
                    "Problems of draft {}: {}; the first is {}",
                    examined.edition(),
                    examined.problems().size(),
                    examined.problems().get(0));
            put(new State(state().inForce(), new Draft(examined.edition(), examined.problems())));
            return;
        }
        Edition before = state().inForce();
        Edition edition = new Edition(rulebook.get(), clock.instant());
        put(new State(edition, null));
        before.letGo();
        LOG.info("Rulebook {} is in force", examined.edition());
        if (serving) {
            verifyBytecode(edition, Duration.ZERO);
        }
    }

    /** Forgets the draft: the files are those in force again. */
    synchronized void dropDraft() {
        put(new State(state().inForce(), null));
    }
}
