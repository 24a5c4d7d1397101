package org.hashwise.web;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hashwise.analysis.Interview;
import org.hashwise.consultation.Analyses;
import org.hashwise.consultation.Evaluation;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Distribution;
import org.hashwise.questionnaire.Quantity;

/** Numbers that a visitor knows within a range only: the advice counts with their middle, the interview with all of it. */
final class RoughNumbers {

    private static final double PERCENT = 100;

    private RoughNumbers() {}

    /**
     * The confidence of the advice, and the question to ask next, with the numbers of the session that are still answered as typed.
     *
     * @param skipped ids of questions to which the visitor does not know the answer
     */
    static Interview interview(Analyses analyses, Evaluation evaluation, SectionEntry typed, Set<String> skipped) {
        double about = analyses.settings().aboutPercent();
        Answers answers = evaluation.request().answers();
        Map<String, Distribution.Range> ranges = new TreeMap<>();
        typed.rough().forEach((id, quantity) -> {
            if (typed.answers().get(id).equals(answers.get(id))
                    && answers.get(id).orElse(null) instanceof Answer.Number number) {
                ranges.put(id, range(quantity, number.value(), about));
            }
        });
        Set<String> unknown = new TreeSet<>(skipped);
        unknown.removeIf(answers::has);
        return analyses.interview(
                ranges.isEmpty() ? evaluation : evaluation.with(answers.only(id -> !ranges.containsKey(id))),
                ranges,
                unknown,
                analyses.settings().samples(),
                analyses.settings().seed());
    }

    private static Distribution.Range range(Quantity quantity, double value, double about) {
        if (quantity instanceof Quantity.Range range) {
            return new Distribution.Range(range.low(), value, range.high());
        }
        double off = Math.abs(value) * about / PERCENT;
        return new Distribution.Range(value - off, value, value + off);
    }
}
