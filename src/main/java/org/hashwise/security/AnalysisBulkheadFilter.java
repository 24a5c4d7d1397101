package org.hashwise.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.hashwise.analysis.AnalysisCancelled;
import org.hashwise.analysis.Cancellation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Bounds the expensive requests in progress, in all and for each caller, and ends those that take too long or whose client
 * is gone. The place is free again before the reply is sent, so that a client that reads slowly does not hold it.
 */
final class AnalysisBulkheadFilter extends OncePerRequestFilter {

    private static final RequestMatcher IMPORT = path("/api/v1/assessments/import");

    /** What takes many evaluations; a plain advice takes one. */
    private static final RequestMatcher EXPENSIVE = new OrRequestMatcher(List.of(
            path("/interview/**"),
            path("/advice/**"),
            path("/api/v1/interview"),
            new AndRequestMatcher(path("/api/v1/advice/**"), new NegatedRequestMatcher(path("/api/v1/advice"))),
            path("/api/v1/receipts/**"),
            path("/api/v1/assessments/replay"),
            path("/api/v1/assessments/{id}/replay"),
            path("/api/v1/assessments/{id}/attribution"),
            IMPORT));

    private static final Duration SOON = Duration.ofSeconds(2);

    private final AccessPolicy policy;
    private final RequestLimits limits;
    private final Bulkhead bulkhead;
    private final RejectionHandler rejections;

    AnalysisBulkheadFilter(AccessPolicy policy, RequestLimits limits, Bulkhead bulkhead, RejectionHandler rejections) {
        this.policy = policy;
        this.limits = limits;
        this.bulkhead = bulkhead;
        this.rejections = rejections;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return HttpMethod.OPTIONS.matches(request.getMethod()) || !EXPENSIVE.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Duration deadline = IMPORT.matches(request) ? limits.importDeadline() : limits.analysisDeadline();
        RequestCancellation cancellation = new RequestCancellation(connection(request), deadline);
        String caller = caller(request);
        if (!bulkhead.enter(caller, cancellation::isAbandoned)) {
            rejections.tell(Rejection.BUSY, SOON, request, response);
            return;
        }
        ContentCachingResponseWrapper reply = new ContentCachingResponseWrapper(response);
        cancellation.start();
        try (Cancellation.Scope scope = cancellation.begin()) {
            chain.doFilter(request, reply);
        } catch (AnalysisCancelled cancelled) {
            reply.resetBuffer();
            rejections.tell(Rejection.LATE, SOON, request, reply);
        } finally {
            bulkhead.leave(caller);
        }
        reply.copyBodyToResponse();
    }

    // With HTTP/2 a connection carries several requests, and the end of one is no end of the connection.
    private static @Nullable ClientConnection connection(HttpServletRequest request) {
        return request.getProtocol().startsWith("HTTP/1") ? ClientConnection.of(request) : null;
    }

    /** Requests from this machine that need no login have no share in common. */
    private String caller(HttpServletRequest request) {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        if (caller != null && caller.isAuthenticated() && !(caller instanceof AnonymousAuthenticationToken)) {
            return "account " + caller.getName();
        }
        return policy.isOpenTo(request) ? UUID.randomUUID().toString() : "address " + ClientNetwork.of(policy, request);
    }

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.pathPattern(pattern);
    }
}
