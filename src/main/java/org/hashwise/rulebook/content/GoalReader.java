package org.hashwise.rulebook.content;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.hashwise.advice.Situation;
import org.hashwise.economics.Jurisdictions;
import org.hashwise.market.MarketSnapshot;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.files.Suggestion;
import org.hashwise.rulebook.files.YamlValue;
import org.hashwise.rulebook.model.RulebookProblem.Code;
import org.jspecify.annotations.Nullable;

/**
 * Reader of an answer of a case that is given by the figure it brings about: {@code treasury.cashUsd: { economics.runwayMonths:
 * shortRunwayMonths - 0.1 }} is the cash with which the runway is a tenth of a month short of the threshold, all other answers
 * being those of the case.
 */
final class GoalReader {

    private final Questionnaire questionnaire;
    private final ThresholdExpressions expressions;
    private final Supplier<Jurisdictions> jurisdictions;
    private final Problems problems;
    private @Nullable Jurisdictions grades;

    /** @param jurisdictions asked for only when an answer is looked for */
    GoalReader(
            Questionnaire questionnaire,
            ThresholdExpressions expressions,
            Supplier<Jurisdictions> jurisdictions,
            Problems problems) {
        this.questionnaire = questionnaire;
        this.expressions = expressions;
        this.jurisdictions = jurisdictions;
        this.problems = problems;
    }

    /** The question whose answer is given by a figure; empty for any other answer. */
    Optional<Question> question(String id, YamlValue given) {
        return given.isMap()
                ? questionnaire
                        .question(questionnaire.renames().id(id))
                        .filter(question -> question.kind().isNumeric())
                : Optional.empty();
    }

    /**
     * The answers of a case with one more, which brings a figure about; without it, and with a problem, when it cannot be read or
     * no answer does.
     *
     * @param subject the case
     * @param market empty when the case cannot be evaluated, so that the answer is only checked
     */
    Answers with(
            Answers others,
            Question question,
            YamlValue given,
            String subject,
            Optional<MarketSnapshot> market,
            LocalDate asOf) {
        Map<String, YamlValue> figures = given.map().values();
        if (figures.size() != 1) {
            problems.error(Code.GOAL_NOT_SINGLE, given.position(), subject, "");
            return others;
        }
        String id = figures.keySet().iterator().next();
        Optional<DerivedFigure> figure = DerivedFigure.ofId(id);
        if (figure.isEmpty()) {
            String near = Suggestion.near(id, DerivedFigure.ids());
            problems.error(Code.UNKNOWN_METRIC, given.map().position(id), subject, near, id);
            return others;
        }
        YamlValue place = figures.getOrDefault(id, given);
        OptionalDouble value = expressions.ofFigure(id, figure.get().unit(), place, subject);
        if (value.isEmpty() || market.isEmpty()) {
            return others;
        }
        Situation company = Situation.of(questionnaire, others, market.get(), grades(), asOf);
        GoalSeek.Result result = figure.get().seek(company, question, value.getAsDouble());
        if (result.argument().isEmpty()) {
            report(question, id, value.getAsDouble(), result, place, subject);
            return others;
        }
        return others.with(question.id(), new Answer.Number(result.argument().getAsDouble()));
    }

    private Jurisdictions grades() {
        Jurisdictions known = grades;
        if (known == null) {
            known = jurisdictions.get();
            grades = known;
        }
        return known;
    }

    private void report(
            Question question, String figure, double value, GoalSeek.Result result, YamlValue place, String subject) {
        if (result.least() == result.greatest()) {
            Object[] arguments = {figure, question.id(), result.least()};
            problems.error(Code.GOAL_INDEPENDENT, place.position(), subject, "", arguments);
        } else {
            Object[] arguments = {question.id(), figure, value, result.least(), result.greatest()};
            problems.error(Code.GOAL_OUT_OF_REACH, place.position(), subject, "", arguments);
        }
    }
}
