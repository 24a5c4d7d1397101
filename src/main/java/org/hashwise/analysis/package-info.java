/**
 * Analyses of an advice: how sure it is, what to ask next, what would change it, and why it is not
 * another. All of them evaluate the rules for other companies.
 */
@ApplicationModule(allowedDependencies = {"advice", "economics", "questionnaire", "market"})
@NullMarked
package org.hashwise.analysis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
