package org.hashwise.mcp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hashwise.analysis.AnalysisSettings;
import org.hashwise.analysis.Interview;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.Evaluation;
import org.hashwise.consultation.Plain;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Problem.Code;
import org.hashwise.questionnaire.Question;
import org.jspecify.annotations.Nullable;

/**
 * {@code interview}: asks the most informative question, one after the other, until none would change the advice noticeably; the same
 * questions in the same order as the interview of the pages and of the API. A client that shows forms is asked by
 * elicitation; any other one is given the question and the arguments of the next call.
 */
record InterviewTool(ToolContext context, ToolDefinition definition) implements McpTool {

    private static final String UNKNOWN = "unknown";
    private static final String ASK = "ask";
    private static final String AS_TEXT = "text";
    private static final List<String> WAYS = List.of("form", AS_TEXT);

    static InterviewTool of(ToolContext context) {
        return new InterviewTool(context, context.definition("interview", () -> {
            InputSchemas schemas = context.schemas();
            Map<String, Object> own = new LinkedHashMap<>();
            own.put(UNKNOWN, schemas.described(InputSchemas.ids(), "argument.unknown"));
            own.put(ASK, schemas.described(InputSchemas.oneOf(WAYS), "argument.ask"));
            return schemas.typed(own);
        }));
    }

    @Override
    public ToolResult call(Map<String, @Nullable Object> arguments, Respondent respondent) {
        ToolArguments given = context.arguments(arguments, UNKNOWN, ASK);
        Set<String> unknown = new LinkedHashSet<>(given.questionIds(UNKNOWN));
        boolean asText = given.word(ASK, WAYS).equals(AS_TEXT);
        Evaluation evaluation = context.evaluate(given);
        for (String id : unknown) {
            if (evaluation.request().answers().has(id)) {
                given.problem(UNKNOWN, id, Code.ONE_TOO_MANY, List.of("answers." + id, UNKNOWN), "");
            }
        }
        given.request();
        return asText || !respondent.canBeAsked()
                ? question(evaluation, step(evaluation, unknown), unknown)
                : converse(evaluation, unknown, new Questioner(respondent, context));
    }

    private ToolResult converse(Evaluation start, Set<String> unknown, Questioner questioner) {
        Evaluation evaluation = start;
        Interview interview = step(evaluation, unknown);
        // Each round settles one question, so that there are at most as many rounds as questions.
        while (!interview.exhausted()) {
            Question question = next(interview);
            Questioner.QuestionResult outcome =
                    questioner.ask(question, interview, evaluation.request().language());
            if (outcome.cancelled()) {
                break;
            }
            if (outcome.answer() == null) {
                unknown.add(question.id());
            } else {
                evaluation = context.consultation()
                        .evaluate(evaluation
                                .request()
                                .with(evaluation.request().answers().with(question.id(), outcome.answer())));
            }
            interview = step(evaluation, unknown);
        }
        return question(evaluation, interview, unknown);
    }

    private Interview step(Evaluation evaluation, Set<String> unknown) {
        AnalysisSettings settings = context.analyses().settings();
        return context.limiter()
                .run(() -> context.analyses()
                        .interview(evaluation, Map.of(), unknown, settings.samples(), settings.seed()));
    }

    private Question next(Interview interview) {
        return context.consultation()
                .questionnaire()
                .question(interview.next().get(0).id())
                .orElseThrow();
    }

    /** The next question with the arguments of the next call, or the advice when the interview is exhausted. */
    private ToolResult question(Evaluation evaluation, Interview interview, Set<String> unknown) {
        Language language = evaluation.request().language();
        Map<String, @Nullable Object> reply = new LinkedHashMap<>();
        reply.put("done", interview.exhausted());
        String text;
        if (interview.exhausted()) {
            reply.put("reason", reason(interview));
            text = context.wording().text("mcp.interview.done", language);
        } else {
            Question question = next(interview);
            reply.put("question", item(question, language));
            reply.put("field", "answers." + question.id());
            text = context.wording()
                    .text("mcp.interview.ask", language, question.wording().in(language));
        }
        reply.put("arguments", arguments(evaluation.request(), unknown));
        reply.put("progress", InterviewProgress.of(interview));
        if (interview.exhausted()) {
            reply.put("advice", AdviceSummary.of(evaluation, context.wording()).json());
        }
        reply.put("rulebook", evaluation.edition());
        return new ToolResult(PlainJson.object(reply), text, false);
    }

    private static String reason(Interview interview) {
        if (interview.proven()) {
            return "PROVEN";
        }
        if (interview.settled()) {
            return "SETTLED";
        }
        return interview.next().isEmpty() ? "FINISHED" : "EXHAUSTED";
    }

    /** The arguments of the next call, with one more answer or one more unknown question. */
    private static Map<String, @Nullable Object> arguments(Consultation.Request request, Set<String> unknown) {
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
        if (!request.company().isEmpty()) {
            arguments.put("company", request.company());
        }
        if (request.asOf() != null) {
            arguments.put("asOf", request.asOf().toString());
        }
        arguments.put("language", request.language().code());
        arguments.put("answers", Plain.map(request.answers().byId()));
        arguments.put(UNKNOWN, new ArrayList<>(unknown));
        return arguments;
    }

    private static AskedQuestion item(Question question, Language language) {
        return new AskedQuestion(
                question.id(),
                question.kind().name().toLowerCase(Locale.ROOT),
                question.unit(),
                question.label().in(language),
                question.wording().in(language),
                question.help().in(language),
                question.why().in(language),
                question.kind().isNumeric() ? Plain.number(question.min()) : null,
                question.kind().isNumeric() ? Plain.number(question.max()) : null,
                question.choices().stream()
                        .map(choice ->
                                new OfferedChoice(choice.value(), choice.label().in(language)))
                        .toList());
    }

    /**
     * A question as JSON.
     *
     * @param minimum smallest accepted value; null unless numeric
     * @param maximum largest accepted value; null unless numeric
     */
    private record AskedQuestion(
            String id,
            String kind,
            String unit,
            String label,
            String text,
            String help,
            String why,
            @Nullable Number minimum,
            @Nullable Number maximum,
            List<OfferedChoice> choices) {}

    private record OfferedChoice(String value, String label) {}

    /**
     * The state of the interview.
     *
     * @param couldStillMatter questions that could still matter
     * @param missing ids of questions on decisive facts that were not asked yet
     * @param advised the strategy that is recommended with the assumptions of today
     * @param sureness lower and higher probability of that strategy; null while it is too early to name one
     */
    private record InterviewProgress(
            int answered,
            int assumed,
            int couldStillMatter,
            List<String> missing,
            String advised,
            @Nullable List<Number> sureness) {
        static InterviewProgress of(Interview interview) {
            return new InterviewProgress(
                    interview.answered(),
                    interview.assumed(),
                    interview.couldStillMatter(),
                    interview.missing(),
                    interview.advised().name(),
                    interview.reportable()
                            ? List.of(Plain.number(interview.lowest()), Plain.number(interview.highest()))
                            : null);
        }
    }
}
