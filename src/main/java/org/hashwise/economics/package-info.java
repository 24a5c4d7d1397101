/** Mining, hosting and treasury formulas: pure functions, tested against published figures. */
@ApplicationModule(allowedDependencies = {"questionnaire", "market"})
@NullMarked
package org.hashwise.economics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
