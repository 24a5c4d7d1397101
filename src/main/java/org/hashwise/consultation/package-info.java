/** The application layer that pages, API and command line share: evaluation of requests, analyses, receipts. */
@ApplicationModule(
        allowedDependencies = {
            "assessment",
            "rulebook",
            "rulebook :: model",
            "comparison",
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
