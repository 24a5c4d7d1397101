package org.hashwise.screening;

import java.io.IOException;
import java.io.OutputStream;

/** Format in which the outcomes of one screening are written. */
interface OutcomeFormat {

    /** One outcome, empty when it is not part of the result; called by any thread. */
    byte[] row(Outcome outcome);

    /** Writes the text before the first outcome. */
    void begin(OutputStream out) throws IOException;

    /** Appends what {@link #row} made, in order. */
    default void append(byte[] row, OutputStream out) throws IOException {
        out.write(row);
    }

    /** Writes the text after the last outcome. */
    void end(ScreeningSummary summary, OutputStream out) throws IOException;

    /**
     * Writes the text after the last outcome of a file that broke off: none, so that the result does not look complete.
     */
    default void breakOff(OutputStream out) throws IOException {
        // lines need no end
    }
}
