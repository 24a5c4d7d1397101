/**
 * What else can be asked about an advice: how sure it is, what to ask next, what would change it, and why it is not
 * another. Everything is found by asking the adviser again.
 */
@ApplicationModule(allowedDependencies = {"advice", "economics", "questionnaire", "market"})
@NullMarked
package org.hashwise.analysis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
