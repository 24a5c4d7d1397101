package org.hashwise.command;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A line on the terminal that shows how many rows are done; it is removed at the end. */
final class ScreenProgress implements AutoCloseable {

    private static final long MILLIS = 200;
    private static final int WIDTH = 24;
    private static final int LONGEST = 79;
    private static final double SECOND = TimeUnit.SECONDS.toNanos(1);

    private final CountDownLatch ended = new CountDownLatch(1);
    private final @Nullable Thread thread;

    /** @param terminal null when there is none */
    ScreenProgress(LongSupplier rows, @Nullable PrintStream terminal) {
        if (terminal == null) {
            thread = null;
        } else {
            thread = new Thread(() -> show(rows, terminal), "progress");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void show(LongSupplier rows, PrintStream terminal) {
        long start = System.nanoTime();
        try {
            for (int step = 0; !ended.await(MILLIS, TimeUnit.MILLISECONDS); step++) {
                long done = rows.getAsLong();
                long perSecond = Math.round(done * SECOND / (System.nanoTime() - start));
                // The number of rows is not known before the last one is read: the bar moves, and does not fill.
                StringBuilder bar = new StringBuilder(" ".repeat(WIDTH));
                bar.replace(step % (WIDTH - 2), step % (WIDTH - 2) + 3, "===");
                terminal.print("\r[" + bar + "] " + done + "  " + perSecond + "/s   ");
                terminal.flush();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        terminal.print("\r" + " ".repeat(LONGEST) + "\r");
        terminal.flush();
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            if (thread != null) {
                thread.join();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
