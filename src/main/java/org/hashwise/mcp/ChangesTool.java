package org.hashwise.mcp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hashwise.advice.Strategy;
import org.hashwise.analysis.Counterfactual;
import org.hashwise.analysis.Flip;
import org.hashwise.analysis.Step;
import org.hashwise.consultation.AdviceDocument;
import org.hashwise.consultation.Evaluation;
import org.hashwise.consultation.FlipItem;
import org.hashwise.consultation.Plain;
import org.hashwise.questionnaire.Language;
import org.jspecify.annotations.Nullable;

/**
 * {@code what_would_change_it}: the nearest values at which the recommendation changes, and the smallest change that leads to
 * a strategy when one is named.
 */
record ChangesTool(ToolContext context, ToolDefinition definition) implements McpTool {

    private static final String TARGET = "target";
    private static final String LOCKED = "locked";

    /** The most flips of one reply. A judgement: the nearest are the ones that matter. */
    private static final int MOST = 10;

    static ChangesTool of(ToolContext context) {
        return new ChangesTool(context, context.definition("what_would_change_it", () -> {
            InputSchemas schemas = context.schemas();
            Map<String, Object> own = new LinkedHashMap<>();
            own.put(TARGET, schemas.described(InputSchemas.oneOf(Strategy.names()), "argument.target"));
            own.put(LOCKED, schemas.described(InputSchemas.ids(), "argument.locked"));
            return schemas.typed(own);
        }));
    }

    @Override
    public ToolResult call(Map<String, @Nullable Object> arguments, Respondent respondent) {
        ToolArguments given = context.arguments(arguments, TARGET, LOCKED);
        String target = given.word(TARGET, Strategy.names());
        Set<String> locked = given.questionIds(LOCKED);
        Evaluation evaluation = context.evaluate(given);
        return context.limiter().run(() -> reply(evaluation, target, locked));
    }

    private ToolResult reply(Evaluation evaluation, String target, Set<String> locked) {
        Language language = evaluation.request().language();
        List<Flip> flips = context.analyses().flips(evaluation);
        Map<String, @Nullable Object> reply = new LinkedHashMap<>();
        reply.put(
                "recommendation",
                AdviceDocument.Recommended.of(evaluation.advice().recommendation()));
        reply.put("found", flips.size());
        reply.put(
                "flips",
                flips.stream()
                        .limit(MOST)
                        .map(flip -> context.flip(flip, language))
                        .toList());
        if (!target.isEmpty()) {
            Counterfactual change = context.analyses().smallestChange(evaluation, Strategy.valueOf(target), locked);
            reply.put(
                    "smallestChange",
                    new SmallestChange(
                            target,
                            change.found(),
                            change.steps().stream()
                                    .map(step -> item(step, language))
                                    .toList(),
                            change.searched().complete(),
                            context.wording().statement(change, language)));
        }
        reply.put("rulebook", evaluation.edition());
        return ToolResult.of(PlainJson.object(reply));
    }

    private ChangeSummary item(Step step, Language language) {
        return new ChangeSummary(
                step.id(),
                Plain.value(step.from()),
                Plain.value(step.to()),
                FlipItem.kind(step.kind()),
                step.by().name(),
                step.within() == 0 ? null : step.within(),
                context.wording().change(step.id(), step.from(), step.to(), language));
    }

    /**
     * The smallest change that leads to a strategy.
     *
     * @param complete whether every combination of up to three changes was tried
     * @param statement the result in one sentence
     */
    private record SmallestChange(
            String target, boolean found, List<ChangeSummary> steps, boolean complete, String statement) {}

    private record ChangeSummary(
            String id,
            Object from,
            Object to,
            String kind,
            String by,
            @Nullable Integer within,
            String text) {}
}
