/** Rules compiled to bytecode, for verdicts in bulk: the same decisions as the rule engine's, with counters for facts. */
@NullMarked
package org.hashwise.rulebook.bytecode;

import org.jspecify.annotations.NullMarked;
