package org.hashwise.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps expensive requests from taking the machine away from all others. */
final class AnalysisBulkheadFilter extends OncePerRequestFilter {

    /** What takes many evaluations; a plain advice takes one. */
    private static final RequestMatcher EXPENSIVE = new OrRequestMatcher(List.of(
            path("/interview/**"),
            path("/advice/**"),
            path("/api/v1/interview"),
            new AndRequestMatcher(path("/api/v1/advice/**"), new NegatedRequestMatcher(path("/api/v1/advice"))),
            path("/api/v1/receipts/**"),
            path("/api/v1/assessments/replay"),
            path("/api/v1/assessments/{id}/replay"),
            path("/api/v1/assessments/{id}/attribution")));

    private static final Duration SOON = Duration.ofSeconds(2);

    private final Bulkhead turnstile;
    private final RejectionHandler denials;

    AnalysisBulkheadFilter(Bulkhead turnstile, RejectionHandler denials) {
        this.turnstile = turnstile;
        this.denials = denials;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return HttpMethod.OPTIONS.matches(request.getMethod()) || !EXPENSIVE.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!turnstile.enter()) {
            denials.tell(Rejection.BUSY, SOON, request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            turnstile.leave();
        }
    }

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.pathPattern(pattern);
    }
}
