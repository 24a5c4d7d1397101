package org.hashwise.security;

import java.util.concurrent.TimeUnit;
import org.apache.coyote.http11.Http11NioProtocol;

/** HTTP/1.1 as Tomcat speaks it, with bounds on connections. Public because Tomcat creates it by its name. */
public final class LimitedHttpProtocol extends Http11NioProtocol {

    private static final long SECONDS_BETWEEN_SWEEPS = 5;

    private final LimitedEndpoint endpoint;

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

    @Override
    public void start() throws Exception {
        super.start();
        getUtilityExecutor()
                .scheduleWithFixedDelay(
                        endpoint::closeIdle, SECONDS_BETWEEN_SWEEPS, SECONDS_BETWEEN_SWEEPS, TimeUnit.SECONDS);
    }
}
