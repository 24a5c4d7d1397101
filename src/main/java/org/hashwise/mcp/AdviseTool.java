package org.hashwise.mcp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hashwise.consultation.AdviceDocument;
import org.hashwise.consultation.Evaluation;
import org.jspecify.annotations.Nullable;

/** {@code advise}: the advice to one company, short or whole. */
record AdviseTool(ToolContext context, ToolDefinition definition) implements McpTool {

    private static final String DETAIL = "detail";
    private static final String FULL = "full";

    static AdviseTool of(ToolContext context) {
        return new AdviseTool(context, context.definition("advise", () -> {
            InputSchemas schemas = context.schemas();
            return schemas.described(
                    Map.of(DETAIL, schemas.described(InputSchemas.oneOf(List.of("concise", FULL)), "argument.detail")));
        }));
    }

    @Override
    public ToolResult call(Map<String, @Nullable Object> arguments, Respondent respondent) {
        ToolArguments given = context.arguments(arguments, DETAIL);
        boolean full = given.word(DETAIL, List.of("concise", FULL)).equals(FULL);
        Evaluation evaluation = context.evaluate(given);
        Map<String, @Nullable Object> reply = new LinkedHashMap<>(
                AdviceSummary.of(evaluation, context.wording()).json());
        if (full) {
            reply.put("advice", PlainJson.object(AdviceDocument.of(evaluation.advice(), context.wording())));
        }
        return ToolResult.of(reply);
    }
}
