package org.hashwise.assessment;

import java.util.Optional;

/** Who is asking. */
@FunctionalInterface
public interface Caller {

    /** The name of the account; empty for an anonymous caller. */
    Optional<String> name();
}
