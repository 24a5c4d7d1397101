/** The one use case behind pages, API and command line: answers in, advice out. */
@ApplicationModule(
        allowedDependencies = {
            "assessment",
            "rulebook",
            "rulebook :: model",
            "rulebook :: comparison",
            "analysis",
            "projection",
            "advice",
            "economics",
            "questionnaire",
            "market"
        })
@NullMarked
package org.hashwise.consultation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
