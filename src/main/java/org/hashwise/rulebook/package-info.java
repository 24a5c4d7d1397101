/** The rulebook: reads, checks, evaluates and fingerprints the files in rules/; the only package that knows Drools. */
@ApplicationModule(allowedDependencies = {"advice", "economics", "questionnaire", "market", "spreadsheet"})
@NullMarked
package org.hashwise.rulebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
