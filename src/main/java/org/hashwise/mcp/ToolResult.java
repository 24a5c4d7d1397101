package org.hashwise.mcp;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of a tool call.
 *
 * @param structured a JSON object; everything that a user typed is in here and nowhere else
 * @param text a sentence for the model before the structured result; empty when there is none
 * @param isError whether the call failed; the structured result then says what to send instead
 */
public record ToolResult(Map<String, @Nullable Object> structured, String text, boolean isError) {

    static ToolResult of(Map<String, @Nullable Object> structured) {
        return new ToolResult(structured, "", false);
    }

    static ToolResult error(Map<String, @Nullable Object> structured) {
        return new ToolResult(structured, "", true);
    }

    /** The structured result as JSON, for clients that read text alone. */
    public String json() {
        return PlainJson.text(structured);
    }
}
