package org.hashwise.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Sends guessers away before their guess is looked at: even the right one is none while the lock holds. */
final class LoginThrottleFilter extends OncePerRequestFilter {

    private static final RequestMatcher LOGIN =
            PathPatternRequestMatcher.pathPattern(HttpMethod.POST, LoginController.PATH);

    private final LoginThrottle locks;
    private final RejectionHandler denials;

    LoginThrottleFilter(LoginThrottle locks, RejectionHandler denials) {
        this.locks = locks;
        this.denials = denials;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !LOGIN.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Duration wait = locks.remaining(LoginController.name(request), ClientNetwork.of(request));
        if (wait.isZero()) {
            chain.doFilter(request, response);
        } else {
            denials.tell(Rejection.LOCKED, wait, request, response);
        }
    }
}
