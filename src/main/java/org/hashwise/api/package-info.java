/** The JSON advisory API, version 1. */
@ApplicationModule(
        allowedDependencies = {
            "consultation",
            "assessment",
            "rulebook",
            "rulebook :: model",
            "analysis",
            "advice",
            "economics",
            "questionnaire",
            "market"
        })
@NullMarked
package org.hashwise.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
