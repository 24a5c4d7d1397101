package org.hashwise.spreadsheet;

import java.io.IOException;

/** Patience with a file that may still be being sent: how long to wait for more of it before deciding by what is there. */
@FunctionalInterface
public interface Arrival {

    /** Of a file that is there: all of it is read that helps to decide. */
    Arrival COMPLETE = source -> true;

    /** Whether more can be read, or the end is there; false when neither came in time. */
    boolean awaits(Source source) throws IOException;

    /** What is read. */
    @FunctionalInterface
    interface Source {

        /** Whether reading would not wait. */
        boolean isReady() throws IOException;
    }
}
