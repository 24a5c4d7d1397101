package org.hashwise.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of what one caller may ask of the machine. Requests from this machine that need no login are not counted: they could
 * load it anyway.
 *
 * @param requestsPerMinute from one address
 * @param clientRequestsPerMinute with one key
 * @param analyses expensive requests in progress, for all callers together; 0 for the number of processors
 * @param analysesPerCaller the same for one caller; 0 for half of them, rounded up
 * @param waiting requests that may wait for their turn
 * @param patience how long they wait
 * @param analysisDeadline after which an analysis is cancelled
 * @param bodyDeadline within which the whole body of a request has to arrive
 * @param importDeadline the same for an import, whose body may be larger; also for its evaluation
 * @param screenings in progress by the API, for all callers together; 0 for the number of processors, at least 2; one caller
 *     has half of them
 * @param screeningDeadline within which a screening by the API has to be sent and answered
 * @param bodiesPerAddress bodies from one address that arrive slowly at the same time
 * @param connections open connections
 * @param connectionsPerAddress open connections from one address that is no trusted proxy
 * @param idleConnection after which a connection without a complete request is closed
 */
@ConfigurationProperties("hashwise.limits")
record RequestLimits(
        @DefaultValue("1200") int requestsPerMinute,
        @DefaultValue("6000") int clientRequestsPerMinute,
        @DefaultValue("0") int analyses,
        @DefaultValue("0") int analysesPerCaller,
        @DefaultValue("128") int waiting,
        @DefaultValue("20s") Duration patience,
        @DefaultValue("30s") Duration analysisDeadline,
        @DefaultValue("10s") Duration bodyDeadline,
        @DefaultValue("60s") Duration importDeadline,
        @DefaultValue("0") int screenings,
        @DefaultValue("10m") Duration screeningDeadline,
        @DefaultValue("64") int bodiesPerAddress,
        @DefaultValue("2048") int connections,
        @DefaultValue("256") int connectionsPerAddress,
        @DefaultValue("30s") Duration idleConnection) {

    RequestLimits {
        analyses = analyses == 0 ? Runtime.getRuntime().availableProcessors() : analyses;
        screenings = screenings == 0 ? Math.max(2, Runtime.getRuntime().availableProcessors()) : screenings;
        analysesPerCaller = analysesPerCaller == 0 ? (analyses + 1) / 2 : analysesPerCaller;
    }
}
