package org.hashwise.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/** CSRF tokens of logged-in browsers in their session, where no cookie can replace them; all others in a cookie. */
final class SessionBoundCsrfTokens implements CsrfTokenRepository {

    private final CsrfTokenRepository inSession;
    private final CsrfTokenRepository inCookie;

    SessionBoundCsrfTokens(CsrfTokenRepository inSession, CsrfTokenRepository inCookie) {
        this.inSession = inSession;
        this.inCookie = inCookie;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return repository(request).generateToken(request);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        repository(request).saveToken(token, request, response);
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return repository(request).loadToken(request);
    }

    private CsrfTokenRepository repository(HttpServletRequest request) {
        return CsrfTokens.isLoggedIn(request) ? inSession : inCookie;
    }
}
