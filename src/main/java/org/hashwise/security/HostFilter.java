package org.hashwise.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Serves only who calls us by our own name, and nothing that another web site makes a browser send. */
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
        // Browsers always name the host; what does not is no browser.
        if (request.getHeader(HttpHeaders.HOST) != null && !house.isCalled(request.getServerName())) {
            denials.tell(Rejection.HOST, request, response);
        } else if (RequestOrigin.of(request) == RequestOrigin.FOREIGN) {
            denials.tell(Rejection.SITE, request, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
