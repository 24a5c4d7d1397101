/** The pages: controllers, view models and forms. */
@ApplicationModule(
        allowedDependencies = {
            "memo",
            "text",
            "screening",
            "consultation",
            "assessment",
            "rulebook",
            "rulebook :: model",
            "analysis",
            "advice",
            "economics",
            "projection",
            "questionnaire",
            "market",
            "files"
        })
@NullMarked
package org.hashwise.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
