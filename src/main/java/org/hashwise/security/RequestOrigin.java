package org.hashwise.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;
import org.springframework.http.HttpHeaders;

/**
 * Origin of a state-changing request: a page of this application or one of another site. The token in our forms says the
 * same; but a site that is our neighbour under one domain could plant a cookie, and the JSON API has no forms.
 */
enum RequestOrigin {
    OURS,
    FOREIGN;

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    static RequestOrigin of(HttpServletRequest request) {
        if (SAFE.contains(request.getMethod())) {
            return OURS;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none") ? OURS : FOREIGN;
        }
        // Older browsers, and those that connect without TLS, send the origin alone. Our pages, whose referrer policy
        // is same-origin, never send `null`; sandboxed frames and redirects of other sites do.
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null) {
            return OURS;
        }
        return authority(origin).equalsIgnoreCase(request.getHeader(HttpHeaders.HOST)) ? OURS : FOREIGN;
    }

    private static String authority(String origin) {
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority == null ? "" : authority;
        } catch (IllegalArgumentException odd) {
            return "";
        }
    }
}
