package org.hashwise.advice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A doubt whether answers are what was meant: they do not fit each other, or no company has such a figure. It has no effect
 * on scores, gates and recommendation.
 *
 * @param ids the questions whose answers are doubted, in the order of the rule; {@code asOf} for the day of the advice
 * @param text in the language of the advice, with the figures that were compared filled in
 * @param suggestion what was perhaps meant; null when nothing in particular is likely
 */
public record Doubt(
        RuleReference rule,
        List<String> ids,
        String text,
        @Nullable SuggestedAnswer suggestion) {

    /** The id of the day for which advice is asked. */
    public static final String DAY = "asOf";

    public Doubt {
        ids = List.copyOf(ids);
    }

    /**
     * Another answer to one of the doubted questions.
     *
     * @param id of the question
     * @param value in the unit of the question, within its range
     */
    public record SuggestedAnswer(String id, double value) {}
}
