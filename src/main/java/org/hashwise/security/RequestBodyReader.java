package org.hashwise.security;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Reader of one body as it arrives, without a thread that waits for it. */
final class RequestBodyReader implements ReadListener, AsyncListener {

    private static final int CHUNK = 8192;

    private final HttpServletRequest request;
    private final RequestBodyMemory memory;
    private final String client;
    private final int most;
    private final AsyncContext async;
    private final ServletInputStream input;
    private final BodyBuffer bytes = new BodyBuffer();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicBoolean released = new AtomicBoolean();
    private volatile boolean counted;

    /** @param most bytes that are read; the rest is left unread */
    RequestBodyReader(HttpServletRequest request, RequestBodyMemory memory, String client, int most, Duration deadline)
            throws IOException {
        this.request = request;
        this.memory = memory;
        this.client = client;
        this.most = most;
        this.async = request.startAsync();
        this.input = request.getInputStream();
        async.setTimeout(deadline.toMillis());
        async.addListener(this);
    }

    void start() {
        input.setReadListener(this);
    }

    @Override
    public void onDataAvailable() throws IOException {
        byte[] chunk = new byte[CHUNK];
        while (!ended.get() && input.isReady()) {
            int read = input.read(chunk, 0, Math.min(chunk.length, most - bytes.size()));
            if (read < 0) {
                return;
            }
            if (!memory.reserve(read, bytes.size())) {
                end(Rejection.BUSY);
                return;
            }
            bytes.write(chunk, read);
            if (bytes.size() >= most) {
                end(null);
                return;
            }
        }
        if (!ended.get() && !input.isFinished() && !counted) {
            counted = true;
            if (!memory.begin(client)) {
                end(Rejection.BUSY);
            }
        }
    }

    @Override
    public void onAllDataRead() {
        end(null);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end(Rejection.SLOW);
    }

    @Override
    public void onError(Throwable failure) {
        if (ended.compareAndSet(false, true)) {
            async.complete();
        }
    }

    @Override
    public void onError(AsyncEvent event) {
        release();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        release();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }

    private void end(@Nullable Rejection rejection) {
        if (ended.compareAndSet(false, true)) {
            if (counted) {
                memory.end(client);
            }
            new RequestBody(bytes, rejection).attachTo(request);
            async.dispatch();
        }
    }

    private void release() {
        if (released.compareAndSet(false, true)) {
            if (counted && ended.compareAndSet(false, true)) {
                memory.end(client);
            }
            memory.release(bytes.size());
        }
    }
}
