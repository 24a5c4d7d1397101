package org.hashwise.security;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * A body that was read, or why it was not.
 *
 * @param rejection null when it was read
 */
record RequestBody(BodyBuffer bytes, @Nullable Rejection rejection) {

    private static final String ATTRIBUTE = RequestBody.class.getName();

    static @Nullable RequestBody of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof RequestBody body ? body : null;
    }

    void attachTo(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
