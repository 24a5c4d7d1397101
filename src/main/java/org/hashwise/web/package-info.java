/** The pages. */
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
            "market",
            "files"
        })
@NullMarked
package org.hashwise.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
