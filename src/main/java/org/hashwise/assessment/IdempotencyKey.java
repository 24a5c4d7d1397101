package org.hashwise.assessment;

/**
 * An {@code Idempotency-Key}, by which a repeated request is recognised.
 *
 * @param caller name of the account; empty for an anonymous caller
 * @param name as the caller chose it
 * @param request {@code sha256:…} of what was asked
 */
public record IdempotencyKey(String caller, String name, String request) {

    /** Longest name that is kept. */
    public static final int LONGEST = 200;
}
