package org.hashwise.consultation;

import java.io.InputStream;
import org.apache.commons.io.input.ProxyInputStream;
import org.hashwise.analysis.Cancellation;

/** The body of a request, which is refused when it is longer than its limit, whatever length was announced. */
public final class BoundedInput extends ProxyInputStream {

    private final int limit;
    private long left;

    /** @param limit in bytes */
    public BoundedInput(InputStream bytes, int limit) {
        super(bytes);
        this.limit = limit;
        this.left = limit;
    }

    @Override
    protected void beforeRead(int length) {
        Cancellation.check();
    }

    /** @throws InvalidRequest when there are more bytes than the limit */
    @Override
    protected void afterRead(int count) {
        left -= Math.max(count, 0);
        if (left < 0) {
            throw InvalidRequest.tooLarge(limit);
        }
    }
}
