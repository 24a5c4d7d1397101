package org.hashwise.mcp;

import java.util.Map;
import java.util.function.Supplier;
import org.hashwise.analysis.Flip;
import org.hashwise.consultation.Analyses;
import org.hashwise.consultation.AnalysisLimiter;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.Evaluation;
import org.hashwise.consultation.FlipItem;
import org.hashwise.consultation.InvalidRequest;
import org.hashwise.consultation.Wording;
import org.hashwise.questionnaire.Language;
import org.jspecify.annotations.Nullable;

/** The services that every tool uses. */
record ToolContext(Consultation consultation, Analyses analyses, Wording wording, AnalysisLimiter limiter) {

    private static final Map<String, Map<String, Object>> OUTPUTS = OutputSchemas.read();

    /** A tool that only reads, with the title and the description that the bundle has under its name. */
    ToolDefinition definition(String name, Supplier<Map<String, Object>> inputSchema) {
        return new ToolDefinition(
                name,
                McpTools.WORDS.plain(name + ".title"),
                McpTools.WORDS.plain(name + ".description"),
                inputSchema,
                OUTPUTS.getOrDefault(name, Map.of()),
                true,
                true);
    }

    InputSchemas schemas() {
        return new InputSchemas(consultation::questionnaire, McpTools.WORDS);
    }

    ToolArguments arguments(Map<String, @Nullable Object> arguments, String... own) {
        return new ToolArguments(arguments, consultation.questionnaire(), own);
    }

    /** @throws InvalidRequest when the arguments have problems */
    Evaluation evaluate(ToolArguments arguments) {
        return consultation.evaluate(arguments.request());
    }

    /** One flip as JSON, with a sentence in the language. */
    FlipItem flip(Flip flip, Language language) {
        return FlipItem.of(flip, null, language, wording);
    }
}
