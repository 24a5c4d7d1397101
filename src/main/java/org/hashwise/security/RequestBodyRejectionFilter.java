package org.hashwise.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses requests whose body {@link RequestBodyFilter} could not read. */
final class RequestBodyRejectionFilter extends OncePerRequestFilter {

    private static final Duration SOON = Duration.ofSeconds(2);

    private final RejectionHandler rejections;

    RequestBodyRejectionFilter(RejectionHandler rejections) {
        this.rejections = rejections;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RequestBody body = RequestBody.of(request);
        if (body == null) {
            chain.doFilter(request, response);
        } else if (body.rejection() == Rejection.BUSY) {
            rejections.reject(Rejection.BUSY, SOON, request, response);
        } else if (body.rejection() != null) {
            rejections.reject(body.rejection(), request, response);
        } else if (body.bytes().size() > RequestBodyFilter.most(request) && !RejectionHandler.isForPrograms(request)) {
            // The API names the limit itself.
            rejections.reject(Rejection.SIZE, request, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
