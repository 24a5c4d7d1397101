/** The command line. */
@ApplicationModule(
        allowedDependencies = {
            "account",
            "consultation",
            "assessment",
            "rulebook",
            "rulebook :: model",
            "advice",
            "economics",
            "questionnaire",
            "market"
        })
@NullMarked
package org.hashwise.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
