/** Comparison of two rulebooks: which companies get another advice, and which rules make the difference. */
@NamedInterface("comparison")
@NullMarked
package org.hashwise.rulebook.comparison;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
