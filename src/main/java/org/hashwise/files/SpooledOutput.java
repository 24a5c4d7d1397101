package org.hashwise.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A stream whose bytes are sent on by a thread of its own, so that the writer does not wait for the receiver. What the receiver
 * has not taken yet is in memory up to a bound, beyond it in a private temporary file. For receivers that read only after they
 * have sent everything: both sides would otherwise wait for each other.
 */
public final class SpooledOutput extends OutputStream {

    private static final int MEMORY = 1 << 20;
    private static final int CHUNK = 64 << 10;
    private static final long MILLIS_BETWEEN_CHECKS = 50;
    private static final ExecutorService SENDERS = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "spooled-output");
        thread.setDaemon(true);
        return thread;
    });

    private final OutputStream target;
    private final Path folder;
    private final long mostBytes;
    private final CountDownLatch sent = new CountDownLatch(1);
    private ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private @Nullable FileChannel file;
    private long written;
    private long read;
    private boolean ended;
    private boolean aborted;
    private @Nullable IOException failure;

    /**
     * @param target used by another thread until {@link #finish} or {@link #abort} returns
     * @param folder for the temporary file
     * @param mostBytes of the file; beyond them the writer waits after all
     */
    public SpooledOutput(OutputStream target, Path folder, long mostBytes) {
        this.target = target;
        this.folder = folder;
        this.mostBytes = mostBytes;
        SENDERS.execute(this::send);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        throwFailure();
        if (written == read && memory.size() + length <= MEMORY) {
            memory.write(bytes, offset, length);
        } else {
            await(() -> written - read > mostBytes && failure == null && !aborted);
            throwFailure();
            append(ByteBuffer.wrap(bytes, offset, length));
        }
        notifyAll();
    }

    private void append(ByteBuffer bytes) throws IOException {
        FileChannel channel = file;
        if (channel == null) {
            Path path = PrivateFiles.createTemporary(folder, ".spool");
            channel = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            file = channel;
        }
        if (written == read) {
            channel.truncate(0);
            written = 0;
            read = 0;
        }
        while (bytes.hasRemaining()) {
            written += channel.write(bytes, written);
        }
    }

    private void await(BooleanSupplier waiting) throws InterruptedIOException {
        try {
            while (waiting.getAsBoolean()) {
                wait();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private void throwFailure() throws IOException {
        if (failure != null) {
            throw new IOException("the receiver takes no more", failure);
        }
        if (aborted) {
            throw new IOException("aborted");
        }
    }

    private void send() {
        try {
            for (byte[] next = next(); next.length > 0; next = next()) {
                target.write(next);
                if (isEmpty()) {
                    target.flush();
                }
            }
        } catch (IOException gone) {
            fail(gone);
        } catch (RuntimeException | Error gone) { // or the writer would take the end for success
            fail(new IOException(gone));
        } finally {
            close(file);
            sent.countDown();
        }
    }

    private synchronized void fail(IOException gone) {
        failure = gone;
        notifyAll();
    }

    private synchronized boolean isEmpty() {
        return memory.size() == 0 && written == read;
    }

    /** The part to be sent next; empty at the end. */
    private synchronized byte[] next() throws IOException {
        await(() -> isEmpty() && !ended && !aborted);
        if (aborted) {
            return new byte[0];
        }
        if (memory.size() > 0) {
            byte[] bytes = memory.toByteArray();
            memory = new ByteArrayOutputStream();
            return bytes;
        }
        if (file == null || written == read) {
            return new byte[0];
        }
        ByteBuffer chunk = ByteBuffer.allocate((int) Math.min(CHUNK, written - read));
        while (chunk.hasRemaining()) {
            int count = file.read(chunk, read + chunk.position());
            if (count < 0) {
                throw new IOException("the temporary file was cut");
            }
        }
        read += chunk.position();
        notifyAll();
        return chunk.array();
    }

    private static void close(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException nothingLost) {
            // The file is temporary.
            return;
        }
    }

    /**
     * Waits until everything is sent.
     *
     * @param check called now and then by this thread; what it throws ends the wait, and {@link #abort} has to follow
     */
    public void finish(Runnable check) throws IOException {
        synchronized (this) {
            ended = true;
            notifyAll();
        }
        try {
            while (!sent.await(MILLIS_BETWEEN_CHECKS, TimeUnit.MILLISECONDS)) {
                check.run();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
        synchronized (this) {
            throwFailure();
        }
    }

    /** Sends nothing more, and waits until the target is not in use. Without effect after {@link #finish}. */
    public void abort() {
        synchronized (this) {
            aborted = true;
            notifyAll();
        }
        boolean interrupted = false;
        while (sent.getCount() > 0) {
            try {
                sent.await();
            } catch (InterruptedException stopping) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
