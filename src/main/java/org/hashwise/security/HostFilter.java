package org.hashwise.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import org.springframework.web.filter.OncePerRequestFilter;

/** Filter that refuses requests under an unknown host name, and those that another web site makes a browser send. */
final class HostFilter extends OncePerRequestFilter {

    private final AccessPolicy policy;
    private final RejectionHandler rejections;

    HostFilter(AccessPolicy policy, RejectionHandler rejections) {
        this.policy = policy;
        this.rejections = rejections;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        readAll(request);
        if (!policy.isAddressedBy(request)) {
            rejections.reject(Rejection.HOST, request, response);
        } else if (RequestOrigin.of(request) == RequestOrigin.FOREIGN) {
            rejections.reject(Rejection.SITE, request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    // The firewall checks a header or parameter when it is read. Here all of them are read, so that a request that it
    // refuses is refused before any other filter begins.
    private static void readAll(HttpServletRequest request) {
        Collections.list(request.getHeaderNames()).forEach(name -> Collections.list(request.getHeaders(name)));
        request.getParameterMap();
    }
}
