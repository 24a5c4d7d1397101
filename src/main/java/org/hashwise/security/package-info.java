/** Access control, limits of use, and the security headers of replies. */
@ApplicationModule(
        allowedDependencies = {"account", "analysis", "assessment", "consultation", "files", "questionnaire"})
@NullMarked
package org.hashwise.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
