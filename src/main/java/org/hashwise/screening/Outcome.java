package org.hashwise.screening;

import java.util.List;
import org.hashwise.advice.Doubt;
import org.hashwise.advice.Verdict;
import org.hashwise.analysis.Flip;
import org.hashwise.consultation.AdviceDocument;
import org.hashwise.consultation.ErrorItem;
import org.hashwise.consultation.ViewPanel;
import org.hashwise.questionnaire.Language;
import org.jspecify.annotations.Nullable;

/**
 * The result of a screening for one row.
 *
 * @param company its name; empty when it has none
 * @param status 200 when the company is advised, 400 when the row is refused, 500 or 503 when its evaluation failed
 * @param advised null unless the status is 200
 * @param source the row as it was sent
 */
record Outcome(
        long line,
        @Nullable Object id,
        String company,
        int status,
        @Nullable Advised advised,
        List<ErrorItem> errors,
        SourceRow source) {

    static final int ADVISED = 200;
    static final int REFUSED = 400;

    /**
     * The advice to a company.
     *
     * @param doubts null in editions without rules for them
     * @param nearestFlip null when there is none, or none is looked for
     * @param flips whether flips are looked for
     * @param document the whole advice; null unless it is asked for
     * @param overlaid null when no overlay is asked for
     * @param opinions of house views; null when none are asked for
     */
    record Advised(
            Language language,
            Verdict verdict,
            @Nullable List<Doubt> doubts,
            @Nullable Flip nearestFlip,
            boolean flips,
            @Nullable AdviceDocument document,
            @Nullable Overlaid overlaid,
            @Nullable List<ViewPanel.Opinion> opinions) {}

    /**
     * The advice to a company with the overlay of the screening.
     *
     * @param flips whether another strategy is recommended than without it
     * @param document the whole advice; null unless it is asked for
     */
    record Overlaid(
            Verdict verdict, boolean flips, @Nullable AdviceDocument document) {}
}
