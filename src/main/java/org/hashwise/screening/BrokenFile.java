package org.hashwise.screening;

import java.io.EOFException;
import java.io.IOException;
import java.util.zip.ZipException;

/** Exception: a file that is still being sent breaks off before its end, or cannot be unpacked. */
public final class BrokenFile extends IOException {

    private static final long serialVersionUID = 1;

    private final String key;
    private final long line;

    private BrokenFile(String key, long line, IOException cause) {
        super(key, cause);
        this.key = key;
        this.line = line;
    }

    /** The exception for a failure to read the bytes of a file. */
    public static BrokenFile of(IOException failure) {
        boolean packed = failure instanceof ZipException || failure instanceof EOFException;
        return new BrokenFile(packed ? "packed" : "cut", 0, failure);
    }

    /** The same, with the last line that was read. */
    BrokenFile after(long last) {
        return last == 0 ? this : new BrokenFile(key + "-after", last, this);
    }

    /** The sentence is found in the messages under {@code failure.screening.<key>}. */
    public String key() {
        return key;
    }

    /** The last line that was read; 0 when there is none. */
    public long line() {
        return line;
    }
}
