package org.hashwise.rulebook.content;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.hashwise.advice.CheckFigure;
import org.hashwise.advice.Situation;
import org.hashwise.economics.Metric;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Question;

/**
 * A figure that is computed from the answers of a company: a metric, or a figure that answers are held against.
 *
 * @param of its value for a company, in the unit
 */
public record DerivedFigure(String id, String unit, ToDoubleFunction<Situation> of) {

    /** The figure with an id such as {@code economics.runwayMonths} or {@code check.fleetPowerMw}; empty when there is none. */
    public static Optional<DerivedFigure> ofId(String id) {
        return Metric.ofId(id)
                .map(metric -> new DerivedFigure(id, metric.unit(), company -> company.metric(metric)))
                .or(() -> CheckFigure.ofId(id).map(check -> new DerivedFigure(id, check.unit(), check::of)));
    }

    static List<String> ids() {
        return Stream.concat(
                        Arrays.stream(Metric.values()).map(Metric::id),
                        Arrays.stream(CheckFigure.values()).map(CheckFigure::id))
                .toList();
    }

    /** The answer to a numeric question, within its range, with which the figure has a value for an otherwise unchanged company. */
    public GoalSeek.Result seek(Situation company, Question question, double value) {
        int position = company.questionnaire().position(question.id());
        Optional<Metric> metric = Metric.ofId(id);
        return new GoalSeek(
                        number -> {
                            Answer answer = new Answer.Number(number);
                            return metric.isPresent()
                                    ? company.metricWith(metric.get(), position, answer)
                                    : of.applyAsDouble(company.with(position, answer));
                        },
                        question.min(),
                        question.max())
                .of(value);
    }
}
