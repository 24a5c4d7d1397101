package org.hashwise.mcp;

import java.util.Map;
import java.util.function.Supplier;

/**
 * The description of a tool for clients.
 *
 * @param description what the tool does, when to use it and when not
 * @param inputSchema makes the JSON Schema (2020-12) of the arguments from the questionnaire in force
 * @param outputSchema JSON Schema (2020-12) of the structured result
 * @param readOnly whether a call changes nothing
 * @param idempotent whether a second call with the same arguments has no further effect
 */
public record ToolDefinition(
        String name,
        String title,
        String description,
        Supplier<Map<String, Object>> inputSchema,
        Map<String, Object> outputSchema,
        boolean readOnly,
        boolean idempotent) {}
