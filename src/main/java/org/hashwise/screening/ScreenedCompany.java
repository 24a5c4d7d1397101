package org.hashwise.screening;

import java.util.List;
import org.hashwise.advice.Doubt;
import org.hashwise.advice.RankedStrategy;
import org.hashwise.advice.Verdict;
import org.hashwise.analysis.Flip;
import org.hashwise.consultation.ErrorItem;
import org.hashwise.consultation.ViewPanel;
import org.jspecify.annotations.Nullable;

/**
 * The outcome for one row, for programs that show it themselves.
 *
 * @param line of the file, or row of the sheet, from 1
 * @param name of the company, else the caller's own name for the row; empty when it has neither
 * @param verdict null when the row was refused
 * @param nearestFlip null when there is none, or none was looked for
 * @param opinions of the house views that were asked; empty when none were
 * @param errors why the row was refused; empty when it was not
 */
public record ScreenedCompany(
        long line,
        String name,
        @Nullable Verdict verdict,
        List<Doubt> doubts,
        @Nullable Flip nearestFlip,
        List<ViewPanel.Opinion> opinions,
        List<ErrorItem> errors) {

    public ScreenedCompany {
        doubts = List.copyOf(doubts);
        opinions = List.copyOf(opinions);
        errors = List.copyOf(errors);
    }

    static ScreenedCompany of(Outcome outcome) {
        Outcome.Advised advised = outcome.advised();
        String id = outcome.id() == null ? "" : outcome.id().toString();
        String name = outcome.company().isEmpty() ? id : outcome.company();
        if (advised == null) {
            return new ScreenedCompany(outcome.line(), name, null, List.of(), null, List.of(), outcome.errors());
        }
        List<Doubt> doubts = advised.doubts();
        List<ViewPanel.Opinion> opinions = advised.opinions();
        return new ScreenedCompany(
                outcome.line(),
                name,
                advised.verdict(),
                doubts == null ? List.of() : doubts,
                advised.nearestFlip(),
                opinions == null ? List.of() : opinions,
                List.of());
    }

    /** Points by which the recommended strategy leads the next one that no gate blocks; 0 when there is none. */
    public double lead() {
        if (verdict == null) {
            return 0;
        }
        List<Double> scores = verdict.ranking().stream()
                .filter(RankedStrategy::viable)
                .map(RankedStrategy::score)
                .toList();
        return scores.size() < 2 ? 0 : scores.get(0) - scores.get(1);
    }

    /** The house views that recommend another strategy, in their order. */
    public List<ViewPanel.Opinion> dissenters() {
        return opinions.stream().filter(opinion -> !opinion.agrees()).toList();
    }

    /** Ids of the rules whose gates block a strategy, each once. */
    public List<String> blockers() {
        return verdict == null
                ? List.of()
                : verdict.ranking().stream()
                        .flatMap(ranked -> ranked.blockers().stream())
                        .distinct()
                        .toList();
    }
}
