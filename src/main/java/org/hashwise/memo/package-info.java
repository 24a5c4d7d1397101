/** The board memo: one model of an advice for a decision, as JSON, PDF and DOCX. */
@ApplicationModule(
        allowedDependencies = {
            "consultation",
            "assessment",
            "rulebook :: model",
            "analysis",
            "advice",
            "economics",
            "questionnaire",
            "market"
        })
@NullMarked
package org.hashwise.memo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
