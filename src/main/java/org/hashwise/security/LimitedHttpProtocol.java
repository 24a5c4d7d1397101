package org.hashwise.security;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.http11.Http11NioProtocol;
import org.jspecify.annotations.Nullable;

/** HTTP/1.1 of Tomcat, with bounds on connections. Public because Tomcat creates it by its name. */
public final class LimitedHttpProtocol extends Http11NioProtocol {

    private static final long SECONDS_BETWEEN_SWEEPS = 5;

    private final LimitedEndpoint endpoint;
    private @Nullable ScheduledFuture<?> sweeps;

    public LimitedHttpProtocol() {
        this(new LimitedEndpoint());
    }

    private LimitedHttpProtocol(LimitedEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    /** To be called before the start. */
    void setConnections(ConnectionTable connections) {
        endpoint.setTable(connections);
    }

    /** The longest time for which a reply waits for a client that takes nothing in; to be set before the start. */
    void setWriteTimeout(Duration timeout) {
        endpoint.setWriteTimeout(timeout);
    }

    @Override
    public void start() throws Exception {
        super.start();
        sweeps = getUtilityExecutor()
                .scheduleWithFixedDelay(
                        endpoint::closeIdle, SECONDS_BETWEEN_SWEEPS, SECONDS_BETWEEN_SWEEPS, TimeUnit.SECONDS);
    }

    @Override
    public void stop() throws Exception {
        if (sweeps != null) {
            sweeps.cancel(false);
        }
        super.stop();
    }
}
