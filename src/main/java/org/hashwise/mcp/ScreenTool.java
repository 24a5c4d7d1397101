package org.hashwise.mcp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hashwise.advice.Strategy;
import org.hashwise.analysis.Flip;
import org.hashwise.consultation.AdviceDocument;
import org.hashwise.consultation.AdviceRequest;
import org.hashwise.consultation.Evaluation;
import org.hashwise.consultation.InvalidRequest;
import org.hashwise.consultation.NoMarketYet;
import org.hashwise.questionnaire.Excerpt;
import org.hashwise.questionnaire.Problem.Code;
import org.jspecify.annotations.Nullable;

/** {@code screen}: the recommendation for each of several companies, on the same day and by the same rules. */
record ScreenTool(ToolContext context, ToolFailures failures, ToolDefinition definition) implements McpTool {

    private static final String COMPANIES = "companies";
    private static final String STATUS = "status";
    private static final int ADVISED = 200;
    private static final int REFUSED = 400;

    static ScreenTool of(ToolContext context, ToolFailures failures) {
        return new ScreenTool(
                context,
                failures,
                context.definition("screen", () -> context.schemas().companies()));
    }

    @Override
    public ToolResult call(Map<String, @Nullable Object> arguments, Respondent respondent) {
        ToolArguments given = context.arguments(arguments, COMPANIES);
        List<?> companies = given.list(COMPANIES);
        if (!given.has(COMPANIES) || (arguments.get(COMPANIES) instanceof List && companies.isEmpty())) {
            given.problem(COMPANIES, null, Code.MISSING, List.of(COMPANIES), "");
        }
        if (companies.size() > InputSchemas.MOST_COMPANIES) {
            given.problem(COMPANIES, companies.size(), Code.OVER_LIMIT, List.of(InputSchemas.MOST_COMPANIES), "");
        }
        for (Object each : companies) {
            if (!(each instanceof Map<?, ?>)) {
                given.problem(COMPANIES, null, Code.WRONG_TYPE, List.of(), "");
                break;
            }
        }
        Evaluation common = context.evaluate(given);
        return context.limiter().run(() -> reply(companies, arguments, common));
    }

    private ToolResult reply(List<?> companies, Map<String, @Nullable Object> arguments, Evaluation common) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        Map<String, Integer> counts = new TreeMap<>();
        for (Object each : companies) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("line", rows.size() + 1);
            fill(row, (Map<?, ?>) each, arguments, counts);
            rows.add(row);
        }
        int advised = counts.values().stream().mapToInt(Integer::intValue).sum();
        Map<String, @Nullable Object> summary = new LinkedHashMap<>();
        summary.put("rows", rows.size());
        summary.put("advised", advised);
        summary.put("refused", rows.size() - advised);
        summary.put("recommendations", counts);
        summary.put("edition", common.edition());
        summary.put("market", common.market().asOf().toString());
        Map<String, @Nullable Object> reply = new LinkedHashMap<>();
        reply.put("rows", rows);
        reply.put("summary", summary);
        return ToolResult.of(PlainJson.object(reply));
    }

    // The problems of one company are listed in its row; the others are advised all the same.
    private void fill(
            Map<String, @Nullable Object> row,
            Map<?, ?> company,
            Map<String, @Nullable Object> arguments,
            Map<String, Integer> counts) {
        Map<String, @Nullable Object> own = new LinkedHashMap<>();
        company.forEach((name, value) -> own.put(String.valueOf(name), value));
        if (own.get("id") instanceof String id) {
            row.put("id", Excerpt.of(id, AdviceRequest.LONGEST_ID));
        }
        own.putIfAbsent("asOf", arguments.get("asOf"));
        own.putIfAbsent("language", arguments.get("language"));
        try {
            ToolArguments given = context.arguments(own, "id");
            if (given.text("id").length() > AdviceRequest.LONGEST_ID) {
                given.problem("id", null, Code.TOO_LONG, List.of(AdviceRequest.LONGEST_ID), "");
            }
            Evaluation evaluation = context.evaluate(given);
            Strategy strategy = evaluation.advice().recommendation().strategy();
            row.put("company", evaluation.request().company());
            row.put(STATUS, ADVISED);
            row.put(
                    "recommendation",
                    AdviceDocument.Recommended.of(evaluation.advice().recommendation()));
            row.put(
                    "ranking",
                    evaluation.advice().ranking().stream()
                            .map(AdviceDocument.Ranked::of)
                            .toList());
            row.put("doubts", doubts(evaluation));
            List<Flip> flips = context.analyses().flips(evaluation);
            if (!flips.isEmpty()) {
                row.put(
                        "nearestFlip",
                        context.flip(flips.get(0), evaluation.request().language()));
            }
            counts.merge(strategy.name(), 1, Integer::sum);
        } catch (InvalidRequest | NoMarketYet refused) {
            row.put(STATUS, REFUSED);
            row.put("errors", failures.problems(refused, context.schemas().company()));
        }
    }

    private static List<AdviceDocument.DoubtItem> doubts(Evaluation evaluation) {
        var doubts = evaluation.advice().doubts();
        return doubts == null
                ? List.of()
                : doubts.stream().map(AdviceDocument.DoubtItem::of).toList();
    }
}
