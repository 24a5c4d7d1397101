/** The command line. */
@ApplicationModule(
        allowedDependencies = {
            "account",
            "memo",
            "screening",
            "consultation",
            "feed",
            "mcp",
            "mcp :: sdk",
            "assessment",
            "rulebook",
            "rulebook :: model",
            "comparison",
            "advice",
            "economics",
            "questionnaire",
            "market",
            "files"
        })
@NullMarked
package org.hashwise.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
