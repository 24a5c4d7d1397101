package org.hashwise.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/** Contract of every reader of bytes from outside: it takes them or refuses them in its own words, soon and in little memory. */
public final class ReaderContract {

    /** Many times what the slowest input takes, as the machine may have other things to do. */
    private static final long LONGEST_SECONDS = 20;

    private static final long MOST_BYTES = 400L << 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private ReaderContract() {}

    /** Something that reads; checked exceptions are those of streams. */
    @FunctionalInterface
    public interface Reader {
        void read() throws Exception;
    }

    /** Every exception but the refusal is rethrown. */
    public static void holds(Class<? extends RuntimeException> refusal, Reader reader) throws Exception {
        long start = System.nanoTime();
        long allocated = allocated(refusal, reader);
        if (allocated > MOST_BYTES) {
            // The first run also loads classes, which a fuzzer instruments at that moment.
            allocated = allocated(refusal, reader);
        }
        assertThat(allocated).as("bytes allocated").isLessThan(MOST_BYTES);
        assertThat(System.nanoTime() - start).as("nanoseconds").isLessThan(TimeUnit.SECONDS.toNanos(LONGEST_SECONDS));
    }

    private static long allocated(Class<? extends RuntimeException> refusal, Reader reader) throws Exception {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        try {
            reader.read();
        } catch (RuntimeException thrown) {
            if (!refusal.isInstance(thrown)) {
                throw thrown;
            }
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
