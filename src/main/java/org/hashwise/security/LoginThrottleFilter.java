package org.hashwise.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.hashwise.account.Account;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a login without looking at the password while {@link LoginThrottle} demands a wait. All that follows reads
 * the name in the one form that the throttle counts.
 */
final class LoginThrottleFilter extends OncePerRequestFilter {

    private static final RequestMatcher LOGIN =
            PathPatternRequestMatcher.pathPattern(HttpMethod.POST, LoginController.PATH);

    private final AccessPolicy policy;
    private final LoginThrottle throttle;
    private final RejectionHandler rejections;

    LoginThrottleFilter(AccessPolicy policy, LoginThrottle throttle, RejectionHandler rejections) {
        this.policy = policy;
        this.throttle = throttle;
        this.rejections = rejections;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !LOGIN.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Duration wait = throttle.remaining(LoginController.name(request), ClientNetwork.of(policy, request));
        if (wait.isZero()) {
            chain.doFilter(new NormalizedName(request), response);
        } else {
            rejections.reject(Rejection.LOCKED, wait, request, response);
        }
    }

    /** A request whose parameter for the account name is normalised. */
    private static final class NormalizedName extends HttpServletRequestWrapper {

        NormalizedName(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String parameter) {
            String value = super.getParameter(parameter);
            return value != null && parameter.equals(LoginController.NAME) ? Account.normalized(value) : value;
        }
    }
}
