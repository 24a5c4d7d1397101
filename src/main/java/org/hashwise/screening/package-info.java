/** Screening: many companies, from a file or a stream, advised by one edition of the rulebook. */
@ApplicationModule(
        allowedDependencies = {
            "consultation",
            "rulebook",
            "rulebook :: model",
            "analysis",
            "advice",
            "questionnaire",
            "market",
            "spreadsheet"
        })
@NullMarked
package org.hashwise.screening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
