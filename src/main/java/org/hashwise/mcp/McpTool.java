package org.hashwise.mcp;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tool of the Model Context Protocol. Implementations are thread-safe. */
public interface McpTool {

    ToolDefinition definition();

    /**
     * Runs the tool.
     *
     * @param arguments by name, as JSON values
     * @param respondent the user of the client, who may be asked
     * @return the result, also when the arguments have problems or the analysis cannot be run
     */
    ToolResult call(Map<String, @Nullable Object> arguments, Respondent respondent);
}
