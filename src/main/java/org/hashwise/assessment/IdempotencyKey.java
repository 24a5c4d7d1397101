package org.hashwise.assessment;

/**
 * By what a request that is sent again is known.
 *
 * @param caller name of the account; empty for an anonymous caller
 * @param name as the caller chose it
 * @param request {@code sha256:…} of what was asked
 */
public record IdempotencyKey(String caller, String name, String request) {

    /** Longest name that is kept. */
    public static final int LONGEST = 200;
}
