/** The situation of a company, and what we say about it: evidence, gates, ranking, verdict, advice. */
@ApplicationModule(allowedDependencies = {"economics", "questionnaire", "market"})
@NullMarked
package org.hashwise.advice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
