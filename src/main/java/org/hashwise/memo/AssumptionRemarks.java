package org.hashwise.memo;

import java.util.Map;
import java.util.TreeMap;
import org.hashwise.consultation.AdviceDocument.AssumptionItem;
import org.hashwise.text.PageText;

/** Remarks on assumed values that an answer replaces, or that the computed figures speak against, by question id. */
final class AssumptionRemarks {

    private static final String DOUBT = "company.goingConcernDoubt";
    private static final String RUNWAY = "economics.runwayMonths";

    // Auditors look twelve months ahead (FASB, ASU 2014-15).
    private static final double GOING_CONCERN_MONTHS = 12;

    /** Ids of assumed values by those of the answers that take their place. */
    private static final Map<String, String> REPLACED = Map.of(
            "mining.cashOverheadUsdPerMonth", "mining.reportedCashCostPerBtcUsd",
            "mining.nonCashCostUsdPerMonth", "mining.reportedAllInCostPerBtcUsd");

    private AssumptionRemarks() {}

    static Map<String, String> of(Memo memo, PageText texts) {
        Map<String, String> remarks = new TreeMap<>();
        for (AssumptionItem item : memo.advice().assumptions()) {
            String answered = REPLACED.get(item.id());
            if (answered != null && memo.answers().containsKey(answered)) {
                remarks.put(item.id(), texts.message("memo.annex.assumptions.replaced", texts.label(answered)));
            }
            if (item.id().equals(DOUBT)
                    && Boolean.FALSE.equals(item.value())
                    && memo.advice().metrics().get(RUNWAY) instanceof Number months
                    && months.doubleValue() < GOING_CONCERN_MONTHS) {
                remarks.put(DOUBT, texts.message("memo.annex.assumptions.doubtful", texts.value(RUNWAY, months)));
            }
        }
        return remarks;
    }
}
