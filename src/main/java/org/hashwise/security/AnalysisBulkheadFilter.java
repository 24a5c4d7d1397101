package org.hashwise.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.hashwise.analysis.AnalysisCancelled;
import org.hashwise.analysis.Cancellation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
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

    private static final RequestMatcher SCREENINGS = path("/api/v1/screenings");

    /** The requests that take many evaluations, as a receipt does for its projection; a plain advice takes one. */
    private static final RequestMatcher EXPENSIVE = new OrRequestMatcher(List.of(
            path("/interview/**"),
            path("/advice/**"),
            path("/rulebook/trial/**"),
            path("/screening/{id}/**"),
            path("/api/v1/interview"),
            new AndRequestMatcher(path("/api/v1/advice/**"), new NegatedRequestMatcher(path("/api/v1/advice"))),
            path("/verify"),
            of(HttpMethod.POST, "/assessments"),
            of(HttpMethod.POST, "/api/v1/assessments"),
            of(HttpMethod.PATCH, "/api/v1/assessments/{id}"),
            of(HttpMethod.GET, "/assessments/{id}/**"),
            of(HttpMethod.GET, "/shared/**"),
            path("/api/v1/receipts/**"),
            path("/api/v1/assessments/replay"),
            path("/api/v1/assessments/{id}/replay"),
            path("/api/v1/assessments/{id}/attribution"),
            SCREENINGS,
            IMPORT));

    private static final Duration SOON = Duration.ofSeconds(2);

    private final AnalysisCaller callers;
    private final RequestLimits limits;
    private final Bulkhead bulkhead;
    private final Bulkhead screenings;
    private final RejectionHandler rejections;

    AnalysisBulkheadFilter(AccessPolicy policy, RequestLimits limits, Bulkhead bulkhead, RejectionHandler rejections) {
        this.callers = new AnalysisCaller(policy);
        this.limits = limits;
        this.bulkhead = bulkhead;
        this.screenings =
                new Bulkhead(limits.screenings(), (limits.screenings() + 1) / 2, limits.waiting(), limits.patience());
        this.rejections = rejections;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return HttpMethod.OPTIONS.matches(request.getMethod()) || !EXPENSIVE.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SCREENINGS.matches(request)) {
            stream(request, response, chain);
            return;
        }
        Duration deadline = IMPORT.matches(request) ? limits.importDeadline() : limits.analysisDeadline();
        RequestCancellation cancellation = new RequestCancellation(connection(request), deadline);
        String caller = callers.of(request);
        if (!bulkhead.enter(caller, cancellation::isAbandoned)) {
            rejections.reject(Rejection.BUSY, SOON, request, response);
            return;
        }
        ContentCachingResponseWrapper reply = new ContentCachingResponseWrapper(response);
        cancellation.start();
        try (Cancellation.Scope scope = Cancellation.begin(cancellation::check)) {
            chain.doFilter(request, reply);
        } catch (AnalysisCancelled cancelled) {
            reply.resetBuffer();
            rejections.reject(Rejection.LATE, SOON, request, reply);
        } finally {
            bulkhead.leave(caller);
        }
        reply.copyBodyToResponse();
    }

    // The reply is sent while it is made. It has places of its own, so that clients that send slowly hold up no other
    // analysis. That a client is gone is found by reading and writing: one that closed only its own side still reads.
    private void stream(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RequestCancellation cancellation = new RequestCancellation(null, limits.screeningDeadline());
        String caller = callers.of(request);
        if (!screenings.enter(caller, () -> false)) {
            rejections.reject(Rejection.BUSY, SOON, request, response);
            return;
        }
        cancellation.start();
        ClientConnection connection = connection(request);
        try (Cancellation.Scope scope = Cancellation.begin(cancellation::check)) {
            chain.doFilter(connection == null ? request : new StreamedBodyRequest(request, connection), response);
        } catch (AnalysisCancelled cancelled) {
            if (!response.isCommitted()) {
                response.resetBuffer();
                rejections.reject(Rejection.LATE, SOON, request, response);
            }
        } finally {
            screenings.leave(caller);
        }
    }

    // With HTTP/2 a connection carries several requests, and the end of one is no end of the connection.
    private static @Nullable ClientConnection connection(HttpServletRequest request) {
        return request.getProtocol().startsWith("HTTP/1") ? ClientConnection.of(request) : null;
    }

    private static RequestMatcher of(HttpMethod method, String pattern) {
        return PathPatternRequestMatcher.pathPattern(method, pattern);
    }

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.pathPattern(pattern);
    }
}
