package org.hashwise.consultation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hashwise.advice.Advice;
import org.hashwise.advice.Assumption;
import org.hashwise.advice.Doubt;
import org.hashwise.advice.Evidence;
import org.hashwise.advice.Gate;
import org.hashwise.advice.Point;
import org.hashwise.advice.RankedStrategy;
import org.hashwise.advice.Recommendation;
import org.hashwise.advice.RuleReference;
import org.hashwise.assessment.Receipt;
import org.hashwise.assessment.ReceiptFields;
import org.hashwise.economics.JurisdictionGrade;
import org.hashwise.economics.LiquidityCalendar;
import org.hashwise.questionnaire.Text;
import tools.jackson.databind.json.JsonMapper;

/**
 * The advice of a receipt as the receipt states it, in the language in which it was written; for receipts whose edition of the
 * rulebook is not available.
 *
 * @param advice without warnings, which receipts state as sentences
 * @param warnings those sentences
 */
public record RecordedAdvice(Advice advice, List<String> warnings) {

    private static final JsonMapper JSON = new JsonMapper();

    public static RecordedAdvice of(Receipt receipt) {
        ReceiptFields fields = receipt.fields();
        AdviceDocument document = JSON.treeToValue(fields.advice(), AdviceDocument.class);
        AdviceDocument.CalendarItem calendar = document.calendar();
        List<AdviceDocument.DoubtItem> doubts = document.doubts();
        Advice advice = new Advice(
                fields.language(),
                recommendation(document.recommendation()),
                document.ranking().stream()
                        .map(row -> new RankedStrategy(
                                row.strategy(), row.score().doubleValue(), row.viable(), row.blockers()))
                        .toList(),
                document.evidence().stream().map(RecordedAdvice::evidence).toList(),
                document.gates().stream().map(RecordedAdvice::gate).toList(),
                document.plan().stream().map(RecordedAdvice::point).toList(),
                document.risks().stream().map(RecordedAdvice::point).toList(),
                document.assumptions().stream()
                        .map(item -> new Assumption(item.id(), item.value(), item.because(), item.source()))
                        .toList(),
                metrics(document.metrics()),
                calendar == null ? null : calendar(calendar),
                document.jurisdictions().stream().map(RecordedAdvice::place).toList(),
                List.of(),
                doubts == null
                        ? null
                        : doubts.stream().map(RecordedAdvice::doubt).toList(),
                document.rulebook(),
                document.market().asOf(),
                document.market().overridden());
        return new RecordedAdvice(
                advice,
                document.warnings().stream()
                        .map(AdviceDocument.WarningItem::text)
                        .toList());
    }

    private static Recommendation recommendation(AdviceDocument.Recommended made) {
        return new Recommendation(
                made.strategy(), made.extent(), made.combineWith(), made.headline(), rule(made.rule()));
    }

    // Receipts name the rules of recommendation and doubts by their ids alone.
    private static RuleReference rule(String id) {
        return new RuleReference(id, id, "", 0, "");
    }

    private static Evidence evidence(AdviceDocument.EvidenceItem item) {
        RuleReference rule = new RuleReference(item.rule(), item.title(), item.file(), item.line(), item.source());
        return new Evidence(
                rule, item.strategy(), item.direction(), item.strength(), item.text(), item.reads(), item.assumed());
    }

    private static Gate gate(AdviceDocument.GateItem item) {
        RuleReference rule = new RuleReference(item.rule(), item.title(), item.file(), item.line(), item.source());
        return new Gate(rule, item.blocks(), item.text(), item.reads(), item.assumed());
    }

    private static Point point(AdviceDocument.PointItem item) {
        Number amount = item.amountUsd();
        return new Point(
                new RuleReference(item.rule(), item.title(), item.file(), item.line(), item.source()),
                item.strategy(),
                item.text(),
                item.reads(),
                item.assumed(),
                item.owner(),
                item.byMonth(),
                amount == null ? null : Double.valueOf(amount.doubleValue()));
    }

    private static SortedMap<String, Double> metrics(Map<String, Object> stated) {
        SortedMap<String, Double> metrics = new TreeMap<>();
        stated.forEach((id, value) -> {
            if (value instanceof Number number) {
                metrics.put(id, number.doubleValue());
            }
        });
        return metrics;
    }

    private static Advice.Calendar calendar(AdviceDocument.CalendarItem stated) {
        List<LiquidityCalendar.Month> market = new ArrayList<>();
        List<LiquidityCalendar.Month> stress = new ArrayList<>();
        for (AdviceDocument.MonthItem month : stated.months()) {
            market.add(new LiquidityCalendar.Month(
                    month.month(),
                    month.openingUsd().doubleValue(),
                    month.miningUsd().doubleValue(),
                    month.debtDueUsd().doubleValue(),
                    month.ownShareUsd().doubleValue(),
                    month.rentUsd().doubleValue(),
                    month.closingUsd().doubleValue()));
            // Under stress a receipt states the balance alone.
            stress.add(new LiquidityCalendar.Month(
                    month.month(), 0, 0, 0, 0, 0, month.stressedClosingUsd().doubleValue()));
        }
        return new Advice.Calendar(stated.building(), market, stress);
    }

    private static Advice.GradedPlace place(AdviceDocument.JurisdictionItem item) {
        Text name = new Text(item.code(), item.code());
        Text text = new Text(item.text(), item.text());
        return new Advice.GradedPlace(
                item.code(),
                item.sharePercent().doubleValue(),
                new JurisdictionGrade(
                        item.code(),
                        name,
                        item.mining(),
                        item.newMining(),
                        item.ai(),
                        JurisdictionGrade.Tax.none(),
                        text,
                        Text.same(item.source()),
                        item.file(),
                        item.line()));
    }

    private static Doubt doubt(AdviceDocument.DoubtItem item) {
        AdviceDocument.SuggestionItem suggestion = item.suggestion();
        return new Doubt(
                rule(item.rule()),
                item.ids(),
                item.text(),
                suggestion == null
                        ? null
                        : new Doubt.SuggestedAnswer(
                                suggestion.id(), suggestion.value().doubleValue()));
    }
}
