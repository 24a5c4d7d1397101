package org.hashwise.mcp;

import java.util.Map;
import org.hashwise.rulebook.ActiveRulebook;
import org.jspecify.annotations.Nullable;

/** A tool that holds one edition of the rulebook for each call and answers failures with a result. */
record GuardedTool(McpTool tool, ToolFailures failures, ActiveRulebook rulebooks) implements McpTool {

    @Override
    public ToolDefinition definition() {
        return tool.definition();
    }

    @Override
    public ToolResult call(Map<String, @Nullable Object> arguments, Respondent respondent) {
        try (ActiveRulebook.Lease lease = rulebooks.lease()) {
            try {
                return tool.call(arguments, respondent);
            } catch (RuntimeException failure) {
                return failures.of(failure, ToolArguments.language(arguments), properties());
            }
        }
    }

    @SuppressWarnings("unchecked") // the schema of an object has an object of properties
    private Map<String, Object> properties() {
        return (Map<String, Object>) definition().inputSchema().get().getOrDefault("properties", Map.of());
    }
}
