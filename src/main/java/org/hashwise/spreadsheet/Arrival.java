package org.hashwise.spreadsheet;

import java.io.IOException;

/** Patience with a file that may still be being sent: how long to wait for more of it before deciding by what is there. */
@FunctionalInterface
public interface Arrival {

    /** Of a file that is there: all of it is read that helps to decide. */
    Arrival COMPLETE = source -> true;

    /** Returns whether more can be read, or the end is there; false when neither came in time. */
    boolean awaits(Source source) throws IOException;

    /** A source whose bytes arrive over time. */
    @FunctionalInterface
    interface Source {

        /** Returns whether reading would not wait. */
        boolean isReady() throws IOException;
    }
}
