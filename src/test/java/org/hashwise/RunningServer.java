package org.hashwise;

import java.net.URI;

/** An instance of Hashwise that answers requests. */
interface RunningServer extends AutoCloseable {

    /** The address of a path on this instance. */
    URI uri(String path);

    @Override
    void close();
}
