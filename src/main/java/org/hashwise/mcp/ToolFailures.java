package org.hashwise.mcp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hashwise.advice.EvaluationStopped;
import org.hashwise.analysis.AnalysisCancelled;
import org.hashwise.consultation.Alternatives;
import org.hashwise.consultation.AnalysisLimiter.AnalysisRefused;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.FailureTrace;
import org.hashwise.consultation.InvalidRequest;
import org.hashwise.consultation.NoMarketYet;
import org.hashwise.consultation.Plain;
import org.hashwise.consultation.Wording;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Problem;
import org.hashwise.questionnaire.Problem.Code;
import org.hashwise.questionnaire.Question;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The replies to failed calls: every problem, and what to send instead. */
record ToolFailures(Consultation consultation, Wording wording) {

    private static final Logger LOG = LoggerFactory.getLogger(ToolFailures.class);

    /** The most problems that a reply lists. */
    private static final int MOST = 50;

    private static final String IN_OVERLAY = Alternatives.OVERLAY + ".";

    /** The arguments about whose types the API has a sentence of its own. */
    private static final Set<String> OWN_WORDS = Set.of("company", "asOf", "language", "answers");

    /**
     * The reply to a call that failed.
     *
     * @param properties the schemas of the arguments by name
     */
    ToolResult of(RuntimeException failure, Language language, Map<String, Object> properties) {
        if (failure instanceof InvalidRequest || failure instanceof NoMarketYet) {
            List<Map<String, @Nullable Object>> problems = problems(failure, properties);
            Map<String, @Nullable Object> reply = new LinkedHashMap<>();
            reply.put("error", wording.text("mcp.error.arguments", language, problems.size()));
            reply.put("errors", problems);
            return ToolResult.error(reply);
        }
        if (failure instanceof ProjectTool.NoProjection) {
            return told("failure.no-projection.detail", language);
        }
        if (failure instanceof AnalysisRefused) {
            return told("mcp.error.busy", language);
        }
        if (failure instanceof AnalysisCancelled) {
            return told("mcp.error.late", language);
        }
        if (failure instanceof EvaluationStopped stopped) {
            LOG.error("Rule {} fired without end and was stopped", stopped.rule());
            return told("failure.503.detail", language, stopped.rule());
        }
        LOG.error("A tool call failed{}", FailureTrace.of(failure));
        return told("mcp.error.failed", language);
    }

    private ToolResult told(String key, Language language, Object... arguments) {
        return ToolResult.error(new LinkedHashMap<>(Map.of("error", wording.text(key, language, arguments))));
    }

    /** The problems of a call as JSON; each with the schema of what is expected, when the field is known. */
    List<Map<String, @Nullable Object>> problems(RuntimeException failure, Map<String, Object> properties) {
        if (failure instanceof NoMarketYet early) {
            return List.of(item(early.problem(), early.language(), properties));
        }
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        if (failure instanceof InvalidRequest invalid) {
            invalid.problems().stream()
                    .limit(MOST)
                    .forEach(problem -> items.add(
                            item(problem, Objects.requireNonNullElse(invalid.language(), Language.EN), properties)));
        }
        return items;
    }

    private Map<String, @Nullable Object> item(Problem problem, Language language, Map<String, Object> properties) {
        Map<String, @Nullable Object> item = new LinkedHashMap<>();
        boolean inOverlay = problem.id().startsWith(IN_OVERLAY);
        Optional<Question> question = consultation.questionnaire().question(questionId(problem.id()));
        boolean isAnswer = !inOverlay
                && (question.isPresent()
                        || (problem.code() == Code.UNKNOWN_ID && problem.id().contains(".")));
        Map<String, Object> expected = question.map(InputSchemas::answer).orElse(schema(properties, problem.id()));
        String type = String.valueOf(expected.get("type"));
        item.put("field", isAnswer ? "answers." + problem.id() : problem.id());
        if (type.equals("array") && problem.value() != null) {
            item.put("value", Plain.echo(problem.value())); // one of the list
        }
        item.put("code", problem.code().name());
        item.put("message", message(problem, language, type, properties));
        if (!problem.suggestion().isEmpty()) {
            item.put("suggestion", problem.suggestion());
        }
        if (!expected.isEmpty() && !problem.id().equals("answers")) {
            item.put("expected", expected);
        }
        return item;
    }

    /** The question that an answer is to, also one of an overlay. */
    private static String questionId(String id) {
        return id.replaceFirst("^overlay\\.(answers\\.)?", "");
    }

    @SuppressWarnings("unchecked") // the schema of an argument is an object
    private static Map<String, Object> schema(Map<String, Object> properties, String name) {
        return (Map<String, Object>) properties.getOrDefault(name, Map.of());
    }

    /** One sentence, in terms of the arguments of the tool: those of the API speak of its routes. */
    private String message(Problem problem, Language language, String type, Map<String, Object> properties) {
        String key = "mcp.problem." + problem.code();
        return switch (problem.code()) {
            case UNKNOWN_ID -> wording.text(key, language);
            case UNKNOWN_FIELD ->
                switch (problem.id()) {
                    case Alternatives.OVERLAY, Alternatives.VIEWS -> wording.text(key + "." + problem.id(), language);
                    default -> {
                        boolean atTop = problem.id().indexOf('.') < 0;
                        yield wording.text(
                                key, language, String.join(", ", atTop ? properties.keySet() : InputSchemas.OVERLAY));
                    }
                };
            case WRONG_TYPE ->
                OWN_WORDS.contains(problem.id()) || type.equals("null")
                        ? wording.problem(problem, language)
                        : wording.text(key + "." + type, language);
            // No tool takes a range.
            case RANGE_AS_TEXT ->
                wording.problem(
                        new Problem(problem.id(), problem.value(), Code.NOT_A_NUMBER, problem.arguments(), ""),
                        language);
            default -> wording.problem(problem, language);
        };
    }
}
