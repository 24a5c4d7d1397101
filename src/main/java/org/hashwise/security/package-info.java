/** Who may do what, how often, and what every reply says to a browser so that nobody else gets at it. */
@ApplicationModule(allowedDependencies = {"account", "analysis", "assessment", "consultation", "questionnaire"})
@NullMarked
package org.hashwise.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
