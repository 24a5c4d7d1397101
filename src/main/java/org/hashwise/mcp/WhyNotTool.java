package org.hashwise.mcp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hashwise.advice.Evidence;
import org.hashwise.advice.RuleReading;
import org.hashwise.advice.Strategy;
import org.hashwise.analysis.Flip;
import org.hashwise.analysis.StrategyCase;
import org.hashwise.consultation.AdviceDocument;
import org.hashwise.consultation.Evaluation;
import org.hashwise.consultation.Plain;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Problem.Code;
import org.jspecify.annotations.Nullable;

/** {@code why_not}: the case against and for a strategy, or why a rule fires or does not. */
record WhyNotTool(ToolContext context, ToolDefinition definition) implements McpTool {

    private static final String STRATEGY = "strategy";
    private static final String RULE = "rule";
    private static final int LONGEST_ID = 40;

    /** The most entries of a list in one reply. A judgement: they are sorted by strength. */
    private static final int MOST = 8;

    static WhyNotTool of(ToolContext context) {
        return new WhyNotTool(context, context.definition("why_not", () -> {
            InputSchemas schemas = context.schemas();
            Map<String, Object> own = new LinkedHashMap<>();
            own.put(STRATEGY, schemas.described(InputSchemas.oneOf(Strategy.names()), "argument.strategy"));
            own.put(RULE, schemas.described(InputSchemas.text(LONGEST_ID), "argument.rule"));
            return schemas.typed(own);
        }));
    }

    @Override
    public ToolResult call(Map<String, @Nullable Object> arguments, Respondent respondent) {
        ToolArguments given = context.arguments(arguments, STRATEGY, RULE);
        String strategy = given.word(STRATEGY, Strategy.names());
        String rule = given.text(RULE);
        if (given.has(STRATEGY) == given.has(RULE)) {
            Code code = given.has(RULE) ? Code.ONE_TOO_MANY : Code.MISSING;
            given.problem(STRATEGY, null, code, List.of(STRATEGY, RULE), "");
        }
        Evaluation evaluation = context.evaluate(given);
        return context.limiter()
                .run(() -> rule.isEmpty() ? strategy(evaluation, strategy) : rule(evaluation, rule, given));
    }

    private ToolResult strategy(Evaluation evaluation, String strategy) {
        Language language = evaluation.request().language();
        StrategyCase found = context.analyses().strategy(evaluation, Strategy.valueOf(strategy));
        Flip carrier = found.carrier();
        Map<String, @Nullable Object> reply = new LinkedHashMap<>();
        reply.put("standing", AdviceDocument.Ranked.of(found.standing()));
        reply.put("recommended", AdviceDocument.Ranked.of(found.recommended()));
        reply.put(
                "gates",
                found.gates().stream()
                        .map(gate -> new Ruled(
                                gate.rule().id(),
                                gate.rule().title(),
                                gate.text(),
                                gate.rule().source()))
                        .toList());
        reply.put("against", ruled(found.against()));
        reply.put("for", ruled(found.argument()));
        reply.put(
                "lacking",
                found.lacking().stream()
                        .limit(MOST)
                        .map(reading -> reading(reading, reading.unmet(), language))
                        .toList());
        if (carrier != null) {
            reply.put("carrier", context.flip(carrier, language));
        }
        reply.put("rulebook", evaluation.edition());
        return ToolResult.of(PlainJson.object(reply));
    }

    private ToolResult rule(Evaluation evaluation, String id, ToolArguments given) {
        Optional<RuleReading> found = context.analyses().rule(evaluation, id);
        if (found.isEmpty()) {
            given.problem(
                    RULE,
                    id,
                    Code.UNKNOWN_RULE,
                    List.of(),
                    context.analyses().nearestRule(evaluation, id).orElse(""));
            given.request();
        }
        RuleReading reading = found.orElseThrow();
        Map<String, @Nullable Object> reply = new LinkedHashMap<>();
        reply.put("fires", reading.fires());
        reply.put(
                "rule",
                reading(reading, reading.conditions(), evaluation.request().language()));
        reply.put("rulebook", evaluation.edition());
        return ToolResult.of(PlainJson.object(reply));
    }

    private static List<Ruled> ruled(List<Evidence> evidence) {
        return evidence.stream()
                .limit(MOST)
                .map(each -> new Ruled(
                        each.rule().id(),
                        each.rule().title(),
                        each.text(),
                        each.rule().source()))
                .toList();
    }

    private RuleReadingSummary reading(
            RuleReading reading, List<RuleReading.ConditionReading> conditions, Language language) {
        return new RuleReadingSummary(
                reading.rule().id(),
                reading.rule().title(),
                reading.text(),
                reading.rule().source(),
                conditions.stream()
                        .map(condition -> condition(condition, language))
                        .toList());
    }

    private ConditionSummary condition(RuleReading.ConditionReading condition, Language language) {
        RuleReading.Need need = condition.need();
        Object value = condition.value();
        Double missedBy = condition.missedBy();
        return new ConditionSummary(
                condition.text(),
                condition.met(),
                value == null ? null : Plain.value(value),
                need == null ? null : context.wording().text("need." + need.operator(), language, need.value()),
                missedBy == null ? null : Plain.number(missedBy));
    }

    private record Ruled(String rule, String title, String text, String source) {}

    private record RuleReadingSummary(
            String rule, String title, String text, String source, List<ConditionSummary> conditions) {}

    private record ConditionSummary(
            String text,
            boolean met,
            @Nullable Object value,
            @Nullable String needs,
            @Nullable Number missedBy) {}
}
