package org.hashwise.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Filter that limits the requests a minute of each caller, counted by API key or else by address. */
final class RateLimitFilter extends OncePerRequestFilter {

    private static final int REMEMBERED = 10_000;
    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final AccessPolicy policy;
    private final RequestLimits limits;
    private final TimeMeter clock;
    private final RejectionHandler rejections;
    private final Cache<String, Bucket> addresses;
    private final Cache<String, Bucket> keys;

    RateLimitFilter(AccessPolicy policy, RequestLimits limits, RejectionHandler rejections) {
        this(policy, limits, TimeMeter.SYSTEM_MILLISECONDS, rejections);
    }

    RateLimitFilter(AccessPolicy policy, RequestLimits limits, TimeMeter clock, RejectionHandler rejections) {
        this.policy = policy;
        this.limits = limits;
        this.clock = clock;
        this.rejections = rejections;
        addresses = buckets(clock);
        keys = buckets(clock);
    }

    // A bucket that was not used for a period is full again, and need not be remembered.
    private static Cache<String, Bucket> buckets(TimeMeter clock) {
        return Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterAccess(PERIOD)
                .ticker(clock::currentTimeNanos)
                .executor(Runnable::run)
                .build();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Duration wait = wait(request);
        if (wait.isZero()) {
            chain.doFilter(request, response);
        } else {
            rejections.reject(Rejection.RATE, wait, request, response);
        }
    }

    private Duration wait(HttpServletRequest request) {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        if (caller != null && ApiKeyFilter.isWithKey(request)) {
            return take(keys, caller.getName(), limits.clientRequestsPerMinute());
        }
        return policy.isOpenTo(request)
                ? Duration.ZERO
                : take(addresses, ClientNetwork.of(policy, request), limits.requestsPerMinute());
    }

    private Duration take(Cache<String, Bucket> buckets, String caller, int perMinute) {
        var probe = buckets.get(caller, first -> full(perMinute)).tryConsumeAndReturnRemaining(1);
        return Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    private Bucket full(int perMinute) {
        return Bucket.builder()
                .withCustomTimePrecision(clock)
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, PERIOD))
                .build();
    }
}
