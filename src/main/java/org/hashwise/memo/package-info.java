/** The board memo: one model of an advice for a decision, as page, PDF, DOCX and JSON. */
@ApplicationModule(
        allowedDependencies = {
            "text",
            "consultation",
            "assessment",
            "rulebook",
            "rulebook :: model",
            "analysis",
            "projection",
            "advice",
            "economics",
            "questionnaire",
            "spreadsheet",
            "market"
        })
@NullMarked
package org.hashwise.memo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
