/** Comparison of two rulebooks: which companies get another advice, and which rules make the difference. */
@ApplicationModule(allowedDependencies = {"rulebook", "rulebook :: model", "advice", "questionnaire", "market"})
@NullMarked
package org.hashwise.comparison;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
