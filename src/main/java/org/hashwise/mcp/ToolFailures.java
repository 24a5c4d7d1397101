package org.hashwise.mcp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hashwise.advice.EvaluationStopped;
import org.hashwise.analysis.AnalysisCancelled;
import org.hashwise.consultation.AnalysisLimiter.AnalysisRefused;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.FailureTrace;
import org.hashwise.consultation.InvalidRequest;
import org.hashwise.consultation.NoMarketYet;
import org.hashwise.consultation.Wording;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Problem;
import org.hashwise.questionnaire.Problem.Code;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The replies to failed calls: every problem, and what to send instead. */
record ToolFailures(Consultation consultation, Wording wording) {

    private static final Logger LOG = LoggerFactory.getLogger(ToolFailures.class);

    /** The most problems that a reply lists. */
    private static final int MOST = 50;

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
        var question = consultation.questionnaire().question(problem.id());
        boolean isAnswer = question.isPresent()
                || (problem.code() == Code.UNKNOWN_ID && problem.id().contains("."));
        item.put("field", isAnswer ? "answers." + problem.id() : problem.id());
        item.put("code", problem.code().name());
        item.put("message", wording.problem(problem, language));
        if (!problem.suggestion().isEmpty()) {
            item.put("suggestion", problem.suggestion());
        }
        Object expected = question.<Object>map(InputSchemas::answer).orElse(properties.get(problem.id()));
        if (expected != null && !problem.id().equals("answers")) {
            item.put("expected", expected);
        }
        return item;
    }
}
