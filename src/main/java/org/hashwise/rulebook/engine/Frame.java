package org.hashwise.rulebook.engine;

import java.util.Map;
import java.util.Objects;

/**
 * The object against which a constraint is evaluated.
 *
 * @param fact the fact that may match; nothing of it is read where a constraint is about variables alone
 * @param variables what was named so far
 */
record Frame(Object fact, Map<String, Object> variables) {

    Object variable(String name) {
        return Objects.requireNonNull(variables.get(name), name);
    }
}
