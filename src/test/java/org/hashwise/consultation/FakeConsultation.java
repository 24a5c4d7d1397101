package org.hashwise.consultation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hashwise.advice.Advice;
import org.hashwise.advice.Adviser;
import org.hashwise.advice.Assumption;
import org.hashwise.advice.DecisionThreshold;
import org.hashwise.advice.Doubt;
import org.hashwise.advice.Evidence;
import org.hashwise.advice.Extent;
import org.hashwise.advice.Gate;
import org.hashwise.advice.Owner;
import org.hashwise.advice.Point;
import org.hashwise.advice.RankedStrategy;
import org.hashwise.advice.Recommendation;
import org.hashwise.advice.RuleReading;
import org.hashwise.advice.RuleReference;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.advice.Verdict;
import org.hashwise.advice.Warning;
import org.hashwise.economics.JurisdictionGrade;
import org.hashwise.economics.LiquidityCalendar;
import org.hashwise.market.MarketHistory;
import org.hashwise.market.MarketSnapshot;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.questionnaire.SampleQuestions;
import org.hashwise.questionnaire.Text;
import org.jspecify.annotations.Nullable;

/** Gives everybody the same advice, remembers what was asked, and has one market snapshot, of the end of 2025-11. */
public class FakeConsultation extends Consultation {

    public static final LocalDate MARKET_DAY = LocalDate.of(2025, 11, 30);

    private @Nullable Request last;
    private int evaluations;
    private @Nullable RuntimeException failure;
    private LocalDate today = MARKET_DAY;

    public FakeConsultation() {
        super(SmallRulesSlice.RULEBOOKS, SmallReceipts.CLOCK);
    }

    /** The last request for advice. */
    public Request last() {
        Request request = last;
        if (request == null) {
            throw new IllegalStateException("nothing was asked");
        }
        return request;
    }

    /** How many evaluations were made so far. */
    public int evaluations() {
        return evaluations;
    }

    /** From now on, asking for advice fails in this way; null ends it. */
    public void failWith(@Nullable RuntimeException next) {
        failure = next;
    }

    /** The day for which advice is asked when nobody names one; that of the market at first. */
    public void setToday(LocalDate day) {
        today = day;
    }

    @Override
    public Questionnaire questionnaire() {
        return SampleQuestions.questionnaire();
    }

    @Override
    public MarketHistory markets() {
        return new MarketHistory(List.of(new MarketSnapshot(MARKET_DAY, Map.of())));
    }

    @Override
    public Evaluation evaluate(Request request) {
        last = request;
        evaluations++;
        if (failure != null) {
            throw failure;
        }
        LocalDate day = request.asOf() == null ? today : request.asOf();
        if (markets().asOf(day).isEmpty()) {
            throw new NoMarketYet(day, markets(), request.language());
        }
        return new Evaluation(request, situation(request, day), new SameAdvice());
    }

    /** The company by the questions of a small rulebook. */
    protected Situation situation(Request request, LocalDate day) {
        return Situation.of(
                SmallRulesSlice.RULEBOOKS.current().questionnaire(),
                request.answers(),
                SmallRulesSlice.RULEBOOKS.current().markets().asOf(day).orElseThrow(),
                SmallRulesSlice.RULEBOOKS.current().jurisdictions(),
                day);
    }

    private final class SameAdvice implements Adviser {
        @Override
        public String edition() {
            return FakeConsultation.this.edition();
        }

        @Override
        public Advice advise(Situation situation, Language language) {
            return advice(situation, language);
        }

        @Override
        public Verdict verdict(Situation situation) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<DecisionThreshold> breakPoints() {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<RuleReading> readings(Situation situation, Language language) {
            throw new UnsupportedOperationException();
        }
    }

    /** Some metrics that the advice lists. */
    protected SortedMap<String, Double> metrics(Situation situation) {
        return new TreeMap<>(Map.of("economics.cashCostPerBtcUsd", 74_600.0, "economics.mnav", 0.1 + 0.2));
    }

    private Advice advice(Situation situation, Language language) {
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
                        List.of(),
                        Owner.DEVELOPMENT,
                        3,
                        2_500_000.0)),
                List.of(new Point(
                        rule("AI_HOSTING", "ai-hosting", 1), Strategy.AI_HOSTING, "Delay.", Map.of(), List.of())),
                List.of(
                        new Assumption("mining.poolFeePercent", 1.0, "Usual.", "judgement: usual"),
                        new Assumption(
                                "regulation.jurisdictions", new TreeMap<>(Map.of("US-TX", 100.0)), "Most.", "count")),
                metrics(situation),
                new Advice.Calendar(
                        false,
                        new LiquidityCalendar(80e6, -2e6, 60e6, 1, 0, 1, 0).months(1),
                        new LiquidityCalendar(60e6, -2e6, 60e6, 1, 0, 1, 0).months(1)),
                List.of(new Advice.Place("US-TX", 62.5, texas())),
                List.of(new Warning(Warning.Code.MOSTLY_ASSUMED, null, List.of(2, 53))),
                List.of(new Doubt(
                        rule("PLAUS-01", "plausibility", 4),
                        List.of("mining.hashrateEh", "power.energizedMw"),
                        "250 EH/s do not run on 5 MW.",
                        new Doubt.Suggestion("mining.hashrateEh", 0.25))),
                "sha256:0123",
                MARKET_DAY,
                List.of("market.btcPriceUsd"));
    }

    private static RuleReference rule(String id, String topic, int line) {
        return new RuleReference(
                id, "a rule of " + topic, "policy/" + topic + "/" + topic + ".drl", line, "judgement: a sample");
    }

    private static JurisdictionGrade texas() {
        return new JurisdictionGrade(
                "US-TX",
                new Text("Texas", "Texas"),
                JurisdictionGrade.Grade.LOW,
                JurisdictionGrade.Grade.MODERATE,
                JurisdictionGrade.Grade.MODERATE,
                JurisdictionGrade.Tax.none(),
                new Text("Open market.", "Marché ouvert."),
                "Texas Senate Bill 6 (2025-06-20)",
                "policy/regulation/regulation.csv",
                12);
    }

    @Override
    public String edition() {
        return "sha256:0123";
    }
}
