package org.hashwise.security;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Why somebody is not served. */
enum Rejection {
    /** Nobody knows who this is. */
    LOGIN(HttpStatus.UNAUTHORIZED),
    /** The role does not reach so far. */
    ROLE(HttpStatus.FORBIDDEN),
    /** A form without the token that its page had. */
    FORM(HttpStatus.FORBIDDEN),
    /** Another web site made the browser send this. */
    SITE(HttpStatus.FORBIDDEN),
    /** Called by a name that is not ours. */
    HOST(HttpStatus.FORBIDDEN),
    /** An address that no honest client writes. */
    ADDRESS(HttpStatus.BAD_REQUEST),
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

    /** What the keys of its words end with. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
