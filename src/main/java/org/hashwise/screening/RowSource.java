package org.hashwise.screening;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Companies in the order in which they are sent. Used by one thread. */
public interface RowSource extends Closeable {

    /** The next row, as soon as all of it has arrived; null at the end. */
    @Nullable
    SourceRow next() throws IOException;

    /** The headers of a table; empty for lines of JSON. */
    List<String> headers();

    /** The caller's dialect of CSV. */
    default Dialect dialect() {
        return Dialect.PLAIN;
    }

    /**
     * A kind of CSV file.
     *
     * @param marked whether a result needs a byte order mark: the file begins with one, or is known not to be in UTF-8
     */
    record Dialect(char separator, boolean marked) {

        /** By RFC 4180; for callers who send no CSV file. */
        static final Dialect PLAIN = new Dialect(',', false);
    }
}
