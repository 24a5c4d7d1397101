/** The JSON advisory API, version 1. */
@ApplicationModule(
        allowedDependencies = {
            "memo",
            "screening",
            "files",
            "consultation",
            "assessment",
            "rulebook",
            "rulebook :: model",
            "analysis",
            "projection",
            "advice",
            "economics",
            "questionnaire",
            "market"
        })
@NullMarked
package org.hashwise.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
