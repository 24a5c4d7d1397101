/** Stored assessments and their receipts. */
@ApplicationModule(allowedDependencies = {"advice", "questionnaire", "market", "files"})
@NullMarked
package org.hashwise.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
