/**
 * The tools and resources of the Model Context Protocol (MCP), by which AI assistants use Hashwise. This package knows no
 * type of an SDK; the package {@code sdk} adapts it to one.
 */
@ApplicationModule(
        allowedDependencies = {
            "consultation",
            "assessment",
            "rulebook",
            "rulebook :: model",
            "projection",
            "analysis",
            "advice",
            "economics",
            "questionnaire",
            "market"
        })
@NullMarked
package org.hashwise.mcp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
