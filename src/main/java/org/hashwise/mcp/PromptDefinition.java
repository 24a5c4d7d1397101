package org.hashwise.mcp;

import java.util.List;

/**
 * A prompt that a user may choose in a client, which then gives its text to the model. Prompts take no arguments, so that nothing
 * that a user typed becomes part of an instruction.
 *
 * @param text the instructions for the model
 */
public record PromptDefinition(String name, String title, String description, String text) {

    /** All prompts, in a stable order. */
    public static List<PromptDefinition> all() {
        return List.of(named("board_discussion"));
    }

    private static PromptDefinition named(String name) {
        String key = "prompt." + name;
        return new PromptDefinition(
                name,
                McpTools.WORDS.plain(key + ".title"),
                McpTools.WORDS.plain(key + ".description"),
                McpTools.WORDS.plain(key + ".text"));
    }
}
