package org.hashwise.api;

import java.util.List;
import org.hashwise.advice.Evidence;
import org.hashwise.advice.RankedStrategy;
import org.hashwise.advice.Strategy;
import org.hashwise.analysis.Flip;
import org.hashwise.analysis.StrategyCase;
import org.hashwise.consultation.AdviceDocument;
import org.hashwise.consultation.FlipItem;
import org.hashwise.consultation.Wording;
import org.hashwise.questionnaire.Language;
import org.jspecify.annotations.Nullable;

/**
 * The case against and for a strategy as JSON.
 *
 * @param lacking rules that would have spoken for it and miss one condition only
 * @param argument what its advocate would say, strongest first
 * @param carrier the assumption on which the recommendation rests most
 */
record CaseResponse(
        Strategy strategy,
        AdviceDocument.Ranked standing,
        AdviceDocument.Ranked recommended,
        List<AdviceDocument.GateItem> gates,
        List<AdviceDocument.EvidenceItem> against,
        List<RuleResponse> lacking,
        List<AdviceDocument.EvidenceItem> argument,
        RunnerUp runnerUp,
        @Nullable FlipItem carrier) {

    static CaseResponse of(StrategyCase made, Language language, Wording wording) {
        RankedStrategy standing = made.standing();
        Flip carrier = made.carrier();
        return new CaseResponse(
                standing.strategy(),
                AdviceDocument.Ranked.of(standing),
                AdviceDocument.Ranked.of(made.recommended()),
                made.gates().stream().map(AdviceDocument.GateItem::of).toList(),
                items(made.against()),
                made.lacking().stream()
                        .map(reading -> RuleResponse.of(reading, language, wording))
                        .toList(),
                items(made.argument()),
                new RunnerUp(made.runnerUp(), items(made.runnerUpArgument())),
                carrier == null ? null : FlipItem.of(carrier, null, language, wording));
    }

    private static List<AdviceDocument.EvidenceItem> items(List<Evidence> evidence) {
        return evidence.stream().map(AdviceDocument.EvidenceItem::of).toList();
    }

    /** The strategy ranked after the recommended one, with its best case. */
    record RunnerUp(Strategy strategy, List<AdviceDocument.EvidenceItem> argument) {}
}
