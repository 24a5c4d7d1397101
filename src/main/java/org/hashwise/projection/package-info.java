/**
 * The next months of one company under each strategy, over many paths of price and difficulty: liquidity, coins, survival and
 * forced sales. Plain Java, deterministic for a seed.
 */
@ApplicationModule(allowedDependencies = {"analysis", "advice", "economics", "questionnaire", "market"})
@NullMarked
package org.hashwise.projection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
