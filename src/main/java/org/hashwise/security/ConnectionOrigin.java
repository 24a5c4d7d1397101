package org.hashwise.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * The connection by which a request arrived, as it was before any forwarding header was applied to the request.
 *
 * @param peer address of the other end of the connection
 * @param host the name in the {@code Host} header, without the port; null without such a header
 * @param forwarded whether the request carries a header that only proxies add
 * @param forwardedFor the addresses in {@code X-Forwarded-For}, the one that was appended last at the end
 */
record ConnectionOrigin(String peer, @Nullable String host, boolean forwarded, List<String> forwardedFor) {

    private static final String ATTRIBUTE = ConnectionOrigin.class.getName();
    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final Set<String> FORWARDING_HEADERS = caseless("Forwarded", "X-Real-IP", "Via", "True-Client-IP");
    private static final String FORWARDING_PREFIX = "x-forwarded-";

    /** The origin that was recorded of the request; without a record, as in a server without the valve, the request itself. */
    static ConnectionOrigin of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof ConnectionOrigin recorded ? recorded : read(request);
    }

    /** Records the origin once, before anything rewrites the request; a second dispatch finds it rewritten. */
    static void record(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) == null) {
            request.setAttribute(ATTRIBUTE, read(request));
        }
    }

    private static ConnectionOrigin read(HttpServletRequest request) {
        boolean forwarded = Collections.list(request.getHeaderNames()).stream()
                .anyMatch(name -> FORWARDING_HEADERS.contains(name)
                        || name.regionMatches(true, 0, FORWARDING_PREFIX, 0, FORWARDING_PREFIX.length()));
        List<String> addresses = new ArrayList<>();
        for (String line : Collections.list(request.getHeaders(FORWARDED_FOR))) {
            Arrays.stream(line.split(",", -1)).map(String::strip).forEach(addresses::add);
        }
        return new ConnectionOrigin(
                request.getRemoteAddr(),
                request.getHeader(HttpHeaders.HOST) == null ? null : request.getServerName(),
                forwarded || isHttp10ByProxy(request),
                List.copyOf(addresses));
    }

    // nginx without further settings forwards with HTTP/1.0 and `Connection: close`, and adds no header of its own.
    private static boolean isHttp10ByProxy(HttpServletRequest request) {
        return "HTTP/1.0".equals(request.getProtocol()) && "close".equalsIgnoreCase(request.getHeader("Connection"));
    }

    private static Set<String> caseless(String... names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(List.of(names));
        return set;
    }
}
