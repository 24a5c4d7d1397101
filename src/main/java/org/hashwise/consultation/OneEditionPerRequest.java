package org.hashwise.consultation;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.hashwise.rulebook.ActiveRulebook;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Filter that pins one edition of the rulebook for the duration of a request. Without it answers could be checked by
 * one edition and judged by another.
 */
final class OneEditionPerRequest extends OncePerRequestFilter {

    private final ActiveRulebook rulebooks;

    OneEditionPerRequest(ActiveRulebook rulebooks) {
        this.rulebooks = rulebooks;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (ActiveRulebook.Lease lease = rulebooks.lease()) {
            chain.doFilter(request, response);
        }
    }

    // The error page needs texts of the rulebook too.
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
