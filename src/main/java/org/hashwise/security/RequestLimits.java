package org.hashwise.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one caller may ask of the machine. Callers on this machine who need no login are not counted: they could
 * load it anyway.
 *
 * @param requestsPerMinute from one address
 * @param clientRequestsPerMinute with one key
 * @param analyses expensive ones at a time, for all callers together
 * @param waiting requests that may wait for their turn
 * @param patience how long they wait
 * @param bodyDeadline within which the whole body of a request has to arrive
 * @param importDeadline the same for an import, whose body may be larger
 * @param bodiesPerAddress bodies from one address that arrive slowly at the same time
 */
@ConfigurationProperties("hashwise.limits")
record RequestLimits(
        @DefaultValue("1200") int requestsPerMinute,
        @DefaultValue("6000") int clientRequestsPerMinute,
        @DefaultValue("32") int analyses,
        @DefaultValue("128") int waiting,
        @DefaultValue("20s") Duration patience,
        @DefaultValue("10s") Duration bodyDeadline,
        @DefaultValue("60s") Duration importDeadline,
        @DefaultValue("64") int bodiesPerAddress) {}
