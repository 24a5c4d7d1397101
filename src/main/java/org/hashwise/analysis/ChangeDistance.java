package org.hashwise.analysis;

import org.hashwise.advice.Situation;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Distribution;
import org.hashwise.questionnaire.Question;

/** The distance by which changes of different questions are compared. */
final class ChangeDistance {

    private static final double OTHER_WORD = 1;

    private ChangeDistance() {}

    /** The distance between two values of a question; see {@link Step}. */
    static double distance(Situation situation, int position, Answer from, Answer to) {
        if (!(from instanceof Answer.Number here) || !(to instanceof Answer.Number there)) {
            return from.equals(to) ? 0 : OTHER_WORD;
        }
        return Math.abs(there.value() - here.value()) / unit(situation, position, here.value());
    }

    private static double unit(Situation situation, int position, double current) {
        Question question = situation.questionnaire().questions().get(position);
        double unit = Math.abs(current);
        if (question.spread() instanceof Distribution.Range range) {
            unit = range.high() - range.low();
        } else if (question.spread() instanceof Distribution.Factor factor) {
            double assumed = situation.assumedAt(position) instanceof Answer.Number number ? number.value() : 0;
            unit = Math.max(Math.abs(current), assumed) * (factor.high() - factor.low());
        }
        return unit > 0 ? unit : (question.max() - question.min()) / 100;
    }
}
