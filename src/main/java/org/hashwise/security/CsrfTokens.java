package org.hashwise.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/** The CSRF token, which shows that a form came from a page of this server. */
final class CsrfTokens {

    private CsrfTokens() {}

    /**
     * Bound to the session of a login. Before one it is in a cookie, so that reading a page with a form opens no session;
     * {@link RequestOrigin} refuses what other sites send with a planted cookie.
     */
    static CsrfTokenRepository repository() {
        CookieCsrfTokenRepository repository = new CookieCsrfTokenRepository();
        repository.setCookieName("form");
        repository.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Lax"));
        HttpSessionCsrfTokenRepository inSession = new HttpSessionCsrfTokenRepository();
        inSession.setHeaderName("X-XSRF-TOKEN");
        return new SessionBoundCsrfTokens(inSession, repository);
    }

    /**
     * Returns whether a request of a program needs a token: it does if it is authenticated by the session of a browser.
     */
    static boolean isOwedByProgram(HttpServletRequest request) {
        if (ApiKeyFilter.isWithKey(request) || !CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request)) {
            return false;
        }
        return isLoggedIn(request);
    }

    static boolean isLoggedIn(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null;
    }
}
