package org.hashwise.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.hashwise.analysis.AnalysisCancelled;
import org.hashwise.consultation.FailureTrace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Filter that logs the type and the place of a failure without its message, which may repeat an entered value, and without the
 * address, which may be the link to an assessment.
 */
final class ErrorRedactionFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorRedactionFilter.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException | StackOverflowError failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof AnalysisCancelled cancelled) {
                    // No failure: the filter that cancelled it replies.
                    throw cancelled;
                }
            }
            LOG.error(
                    "{} {} failed{}",
                    request.getMethod(),
                    request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE),
                    FailureTrace.of(failure));
            if (!response.isCommitted()) {
                response.sendError(HttpStatus.INTERNAL_SERVER_ERROR.value());
            }
        }
    }
}
