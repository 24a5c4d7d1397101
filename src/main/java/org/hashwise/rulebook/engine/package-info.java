/** The rules in Drools: generated fact types, compilation in memory, evaluation. */
@NullMarked
package org.hashwise.rulebook.engine;

import org.jspecify.annotations.NullMarked;
