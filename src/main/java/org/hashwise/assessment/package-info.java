/** Kept assessments and their receipts. */
@ApplicationModule(allowedDependencies = {"advice", "questionnaire", "market"})
@NullMarked
package org.hashwise.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
