package org.hashwise.advice;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hashwise.economics.JurisdictionGrade;
import org.hashwise.economics.LiquidityCalendar;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Text;

/** An advice with one of everything that an advice can have, for tests of how an advice is shown. */
public final class SampleAdvice {

    public static final LocalDate MARKET_DAY = LocalDate.of(2025, 11, 30);
    public static final String EDITION = "sha256:0123";

    private SampleAdvice() {}

    /** @param metrics that the advice lists */
    public static Advice of(Language language, SortedMap<String, Double> metrics) {
        return of(language, metrics, 1);
    }

    /** @param months of its calendar; money runs short in month 11 */
    public static Advice of(Language language, SortedMap<String, Double> metrics, int months) {
        Map<String, Object> reads = Map.of("power.largestSiteMw", 245.0, "economics.cashMarginPercent", 18.7);
        return new Advice(
                language,
                new Recommendation(
                        Strategy.AI_HOSTING, Extent.PARTIAL, null, "Host some.", rule("REC-01", "recommendation", 3)),
                List.of(
                        new RankedStrategy(Strategy.AI_HOSTING, 11, true, List.of()),
                        new RankedStrategy(Strategy.HOLD, 2.5, true, List.of()),
                        new RankedStrategy(Strategy.DAT, -4, false, List.of("DAT-02")),
                        new RankedStrategy(Strategy.RESTRUCTURE, -6, true, List.of())),
                List.of(new Evidence(
                        rule("POWER-01", "power-access", 14),
                        Strategy.AI_HOSTING,
                        Evidence.Direction.FOR,
                        3,
                        "The largest site offers 245 MW.",
                        reads,
                        List.of("power.largestSiteMw"))),
                List.of(new Gate(rule("DAT-02", "treasury", 9), Strategy.DAT, "mNAV is low.", reads, List.of())),
                List.of(new Point(
                        rule("POWER-11", "power-access", 40),
                        Strategy.AI_HOSTING,
                        "Ask for firm power.",
                        Map.of(),
                        List.of("power.contract"),
                        Owner.DEVELOPMENT,
                        3,
                        2_500_000.0)),
                List.of(new Point(
                        rule("AI_HOSTING", "ai-hosting", 1), Strategy.AI_HOSTING, "Delay.", Map.of(), List.of())),
                List.of(
                        new Assumption("mining.poolFeePercent", 1.0, "Usual.", "judgement: usual"),
                        new Assumption(
                                "regulation.jurisdictions", new TreeMap<>(Map.of("US-TX", 100.0)), "Most.", "count")),
                metrics,
                new Advice.Calendar(
                        false,
                        new LiquidityCalendar(80e6, -2e6, 60e6, 1, 0, 1, 0).months(months),
                        new LiquidityCalendar(60e6, -2e6, 60e6, 1, 0, 1, 0).months(months)),
                List.of(new Advice.GradedPlace("US-TX", 62.5, unitedStates())),
                List.of(new Warning(Warning.Code.MOSTLY_ASSUMED, null, List.of(2, 53))),
                List.of(new Doubt(
                        rule("PLAUS-01", "plausibility", 4),
                        List.of("mining.hashrateEh", "power.energizedMw"),
                        "250 EH/s do not run on 5 MW.",
                        new Doubt.SuggestedAnswer("mining.hashrateEh", 0.25))),
                EDITION,
                MARKET_DAY,
                List.of("market.btcPriceUsd"));
    }

    private static RuleReference rule(String id, String topic, int line) {
        return new RuleReference(
                id, "a rule of " + topic, "policy/" + topic + "/" + topic + ".drl", line, "judgement: a sample");
    }

    private static JurisdictionGrade unitedStates() {
        return new JurisdictionGrade(
                "US",
                new Text("United States", "États-Unis"),
                JurisdictionGrade.Grade.LOW,
                JurisdictionGrade.Grade.MODERATE,
                JurisdictionGrade.Grade.MODERATE,
                JurisdictionGrade.Tax.none(),
                new Text("Open market.", "Marché ouvert."),
                Text.same("Texas Senate Bill 6 (2025-06-20)"),
                "policy/regulation/regulation.csv",
                12);
    }
}
