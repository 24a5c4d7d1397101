package org.hashwise.mcp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hashwise.consultation.AdviceDocument;
import org.hashwise.consultation.AdviceDocument.EvidenceItem;
import org.hashwise.consultation.AdviceDocument.PointItem;
import org.hashwise.consultation.Evaluation;
import org.hashwise.consultation.Wording;
import org.jspecify.annotations.Nullable;

/**
 * An advice as short as a conversation needs it: the strongest reasons with rule and source, the first steps and the largest
 * risks. Lists that are cut off are whole in the {@link AdviceDocument}.
 */
record AdviceSummary(
        String company,
        AdviceDocument.Recommended recommendation,
        List<AdviceDocument.Ranked> ranking,
        List<ReasonSummary> reasons,
        List<GateSummary> gates,
        List<StepSummary> plan,
        List<StepSummary> risks,
        List<String> assumed,
        List<String> warnings,
        List<AdviceDocument.DoubtItem> doubts,
        String rulebook,
        AdviceDocument.Market market,
        String disclaimer) {

    /** The most reasons, steps and risks of a summary. A judgement: what a reply in a chat can show. */
    private static final int MOST = 6;

    record ReasonSummary(
            String rule, String title, String strategy, String direction, int strength, String text, String source) {
        static ReasonSummary of(EvidenceItem item) {
            return new ReasonSummary(
                    item.rule(),
                    item.title(),
                    item.strategy().name(),
                    item.direction().name(),
                    item.strength(),
                    item.text(),
                    item.source());
        }
    }

    record GateSummary(String rule, String title, String blocks, String text, String source) {}

    record StepSummary(
            String rule,
            String title,
            String text,
            @Nullable String owner,
            @Nullable Integer byMonth,
            @Nullable Number amountUsd) {
        static StepSummary of(PointItem item) {
            return new StepSummary(
                    item.rule(),
                    item.title(),
                    item.text(),
                    item.owner() == null ? null : item.owner().name(),
                    item.byMonth(),
                    item.amountUsd());
        }
    }

    static AdviceSummary of(Evaluation evaluation, Wording wording) {
        AdviceDocument whole = AdviceDocument.of(evaluation.advice(), wording)
                .with(List.of(), evaluation.situation().asOf());
        List<AdviceDocument.DoubtItem> doubts = whole.doubts();
        return new AdviceSummary(
                evaluation.request().company(),
                whole.recommendation(),
                whole.ranking(),
                whole.evidence().stream().limit(MOST).map(ReasonSummary::of).toList(),
                whole.gates().stream()
                        .map(gate -> new GateSummary(
                                gate.rule(), gate.title(), gate.blocks().name(), gate.text(), gate.source()))
                        .toList(),
                whole.plan().stream().limit(MOST).map(StepSummary::of).toList(),
                whole.risks().stream().limit(MOST).map(StepSummary::of).toList(),
                whole.assumptions().stream()
                        .map(AdviceDocument.AssumptionItem::id)
                        .toList(),
                whole.warnings().stream().map(AdviceDocument.WarningItem::text).toList(),
                doubts == null ? List.of() : doubts,
                whole.rulebook(),
                whole.market(),
                whole.disclaimer());
    }

    /** The summary as JSON; absent values are left out. */
    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>(PlainJson.object(this));
        if (company.isEmpty()) {
            json.remove("company");
        }
        return json;
    }
}
