package org.hashwise.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/** The token that shows that a form came from a page of ours. */
final class CsrfTokens {

    private CsrfTokens() {}

    /** In a cookie, so that reading a page with a form opens no session; {@link RequestOrigin} catches planted cookies. */
    static CsrfTokenRepository repository() {
        CookieCsrfTokenRepository repository = new CookieCsrfTokenRepository();
        repository.setCookieName("form");
        repository.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Lax"));
        return repository;
    }

    /** Programs have no forms, and need a token only where a browser would lend them the login of its owner. */
    static boolean isOwedByProgram(HttpServletRequest request) {
        if (ApiKeyFilter.isWithKey(request) || !CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request)) {
            return false;
        }
        HttpSession session = request.getSession(false);
        return session != null
                && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null;
    }
}
