package org.hashwise.assessment;

import java.util.Optional;

/** The account on whose behalf the store is used. */
@FunctionalInterface
public interface Caller {

    /** The name of the account; empty for an anonymous caller. */
    Optional<String> name();
}
