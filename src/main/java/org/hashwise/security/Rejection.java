package org.hashwise.security;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** The reasons for which a request is refused. */
enum Rejection {
    /** Authentication is missing or wrong. */
    LOGIN(HttpStatus.UNAUTHORIZED),
    /** The role does not permit it. */
    ROLE(HttpStatus.FORBIDDEN),
    /** The CSRF token is missing or wrong. */
    FORM(HttpStatus.FORBIDDEN),
    /** The request was made by a page of another site. */
    SITE(HttpStatus.FORBIDDEN),
    /** The host name is none of this server's. */
    HOST(HttpStatus.FORBIDDEN),
    /** The address was refused by the firewall. */
    ADDRESS(HttpStatus.BAD_REQUEST),
    /** No address takes this method. */
    METHOD(HttpStatus.NOT_IMPLEMENTED),
    /** The body did not arrive in time. */
    SLOW(HttpStatus.REQUEST_TIMEOUT),
    /** The body is too large. */
    SIZE(HttpStatus.CONTENT_TOO_LARGE),
    RATE(HttpStatus.TOO_MANY_REQUESTS),
    /** Too many wrong passwords. */
    LOCKED(HttpStatus.TOO_MANY_REQUESTS),
    /** No place among the analyses, or no memory for the body, in time. */
    BUSY(HttpStatus.SERVICE_UNAVAILABLE),
    /** The analysis was cancelled at its deadline. */
    LATE(HttpStatus.SERVICE_UNAVAILABLE);

    private final HttpStatus status;

    Rejection(HttpStatus status) {
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }

    /** The suffix of its message keys. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
