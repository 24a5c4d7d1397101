package org.hashwise.consultation;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.hashwise.analysis.Cancellation;

/** The body of a request, which is refused when it is longer than its limit, whatever length was announced. */
public final class BoundedInput extends FilterInputStream {

    private final int limit;
    private long left;

    /** @param limit in bytes */
    public BoundedInput(InputStream bytes, int limit) {
        super(bytes);
        this.limit = limit;
        this.left = limit;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /** @throws InvalidRequest when there are more bytes than the limit */
    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Cancellation.current().check();
        int count = super.read(target, offset, length);
        left -= Math.max(count, 0);
        if (left < 0) {
            throw InvalidRequest.tooLarge(limit);
        }
        return count;
    }
}
