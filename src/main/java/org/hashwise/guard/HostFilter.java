package org.hashwise.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Serves only who calls us by our own name, and nothing that another web site makes a browser send. */
final class HostFilter extends OncePerRequestFilter {

    private final House house;
    private final Denials denials;

    HostFilter(House house, Denials denials) {
        this.house = house;
        this.denials = denials;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // Browsers always name the host; what does not is no browser.
        if (request.getHeader(HttpHeaders.HOST) != null && !house.isCalled(request.getServerName())) {
            denials.tell(Denial.HOST, request, response);
        } else if (Origin.of(request) == Origin.FOREIGN) {
            denials.tell(Denial.SITE, request, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
