package org.hashwise.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/** The request cache: the page that was requested before the login. */
final class SavedRequests {

    private SavedRequests() {}

    /** The cache of the request, in a cookie, as a request without a login creates no session. */
    static RequestCache cache() {
        CookieRequestCache cache = new CookieRequestCache();
        cache.setRequestMatcher(SavedRequests::isPage);
        cache.setCookieCustomizer(cookie -> cookie.setAttribute("SameSite", "Lax"));
        return cache;
    }

    private static boolean isPage(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return HttpMethod.GET.matches(request.getMethod()) && accepted != null && accepted.contains("text/html");
    }
}
