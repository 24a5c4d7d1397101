/** The situation of a company, and the advice to it: evidence, gates, ranking, verdict. */
@ApplicationModule(allowedDependencies = {"economics", "questionnaire", "market"})
@NullMarked
package org.hashwise.advice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
