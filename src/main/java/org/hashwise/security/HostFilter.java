package org.hashwise.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses requests under an unknown host name, and requests that another web site makes a browser send. */
final class HostFilter extends OncePerRequestFilter {

    private final AccessPolicy house;
    private final RejectionHandler denials;

    HostFilter(AccessPolicy house, RejectionHandler denials) {
        this.house = house;
        this.denials = denials;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        readAll(request);
        if (!house.isAddressedBy(request)) {
            denials.tell(Rejection.HOST, request, response);
        } else if (RequestOrigin.of(request) == RequestOrigin.FOREIGN) {
            denials.tell(Rejection.SITE, request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    // The firewall looks at a header or parameter when it is read: what it refuses is to be refused here, and not
    // wherever
    // it happens to be read first.
    private static void readAll(HttpServletRequest request) {
        Collections.list(request.getHeaderNames()).forEach(name -> Collections.list(request.getHeaders(name)));
        request.getParameterMap();
    }
}
