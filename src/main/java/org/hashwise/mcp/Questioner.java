package org.hashwise.mcp;

import java.util.Map;
import org.hashwise.analysis.Interview;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.AnswersReader;
import org.hashwise.questionnaire.AnswersResult;
import org.hashwise.questionnaire.Kind;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Question;
import org.jspecify.annotations.Nullable;

/** Elicitation of the answer to one question of the interview, repeated while the answer cannot be used. */
record Questioner(Respondent respondent, ToolContext context) {

    /** Forms for one question; after so many invalid replies the question is asked in the conversation. A judgement. */
    private static final int MOST_FORMS = 3;

    /**
     * The outcome of a question.
     *
     * @param answer null when the user does not know it, or did not reply
     * @param cancelled whether the user ended the interview or did not reply
     */
    record QuestionResult(@Nullable Answer answer, boolean cancelled) {}

    QuestionResult ask(Question question, Interview interview, Language language) {
        String problem = "";
        for (int form = 0; form < MOST_FORMS; form++) {
            String message = context.wording()
                    .text(
                            "mcp.form",
                            language,
                            question.wording().in(language),
                            question.why().in(language),
                            interview.couldStillMatter());
            Respondent.Reply reply = respondent.ask(new Respondent.Form(
                    problem.isEmpty() ? message : problem + "\n\n" + message,
                    context.schemas().form(question, language, typical(question, language))));
            if (reply.action() == Respondent.Action.CANCEL) {
                return new QuestionResult(null, true);
            }
            Object value = reply.content().get(question.id());
            if (reply.action() == Respondent.Action.DECLINE || value == null || value.equals("")) {
                return new QuestionResult(null, false);
            }
            AnswersResult reading = new AnswersReader(context.consultation().questionnaire(), language)
                    .read(Map.of(question.id(), raw(question, value)));
            Answer answer = reading.answers().get(question.id()).orElse(null);
            if (answer != null) {
                return new QuestionResult(answer, false);
            }
            problem = context.wording().problem(reading.problems().get(0), language);
        }
        return new QuestionResult(null, true);
    }

    private String typical(Question question, Language language) {
        Object typical = InputSchemas.typical(question);
        return typical instanceof Number number
                ? context.wording().text("mcp.form.typical", language, number, question.unit())
                : "";
    }

    private static Object raw(Question question, Object value) {
        return question.kind() == Kind.SHARES && value instanceof String text ? TypedShares.read(text) : value;
    }
}
