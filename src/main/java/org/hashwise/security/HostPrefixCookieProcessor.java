package org.hashwise.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.Set;
import org.apache.tomcat.util.http.MimeHeaders;
import org.apache.tomcat.util.http.Rfc6265CookieProcessor;
import org.apache.tomcat.util.http.ServerCookie;
import org.apache.tomcat.util.http.ServerCookies;

/**
 * Cookie processor that gives all cookies the prefix {@code __Host-} under TLS, so that neither a neighbour domain nor an unencrypted
 * connection can plant them (RFC 6265bis, section 4.1.3.2). The program sees them without it.
 */
final class HostPrefixCookieProcessor extends Rfc6265CookieProcessor {

    private static final String PREFIX = "__Host-";

    /** For a cookie that one with the prefix replaces; no cookie of ours has this name. */
    private static final String IGNORED = "__ignored";

    HostPrefixCookieProcessor() {
        setSameSiteCookies("lax");
    }

    @Override
    public String generateHeader(Cookie cookie, HttpServletRequest request) {
        if (request == null || !request.isSecure() || cookie.getDomain() != null) {
            return super.generateHeader(cookie, request);
        }
        Cookie prefixed = new Cookie(PREFIX + cookie.getName(), cookie.getValue());
        cookie.getAttributes().forEach(prefixed::setAttribute);
        prefixed.setPath("/");
        prefixed.setSecure(true);
        return super.generateHeader(prefixed, request);
    }

    @Override
    public void parseCookieHeader(MimeHeaders headers, ServerCookies cookies) {
        super.parseCookieHeader(headers, cookies);
        Set<String> prefixed = new HashSet<>();
        for (int i = 0; i < cookies.getCookieCount(); i++) {
            String name = cookies.getCookie(i).getName().toString();
            if (name.startsWith(PREFIX)) {
                prefixed.add(name.substring(PREFIX.length()));
            }
        }
        for (int i = 0; i < cookies.getCookieCount() && !prefixed.isEmpty(); i++) {
            ServerCookie cookie = cookies.getCookie(i);
            String name = cookie.getName().toString();
            if (name.startsWith(PREFIX)) {
                cookie.getName().setString(name.substring(PREFIX.length()));
            } else if (prefixed.contains(name)) {
                cookie.getName().setString(IGNORED);
            }
        }
    }
}
