package org.hashwise.consultation;

/** The permissions of the current caller beyond those that every route checks. */
@FunctionalInterface
public interface CallerPermissions {

    /** Returns whether the caller may read the rules themselves, and not only what they say about a company. */
    boolean mayReadRulebook();
}
