package org.hashwise.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hashwise.advice.Advice;
import org.hashwise.advice.Adviser;
import org.hashwise.advice.DecisionThreshold;
import org.hashwise.advice.Extent;
import org.hashwise.advice.RuleReading;
import org.hashwise.advice.SampleAdvice;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.advice.Verdict;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.Evaluation;
import org.hashwise.consultation.NoMarketYet;
import org.hashwise.consultation.SmallRulesSlice;
import org.hashwise.economics.Jurisdictions;
import org.hashwise.economics.Metric;
import org.hashwise.market.MarketHistory;
import org.hashwise.market.MarketSnapshot;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.questionnaire.Text;
import org.hashwise.rulebook.model.CaseStudy;
import org.hashwise.rulebook.model.StrategyProfile;
import org.jspecify.annotations.Nullable;

/**
 * The {@link SampleAdvice} for everybody, with the metrics of the situation; monthly market days, and the case of Harbour
 * Mining. Remembers what was asked.
 */
class PageConsultation extends Consultation {

    static final LocalDate MARKET_DAY = SampleAdvice.MARKET_DAY;
    static final LocalDate EARLIER = LocalDate.of(2024, 6, 30);

    private @Nullable Request last;
    private int evaluations;
    private LocalDate today = MARKET_DAY;

    PageConsultation() {
        super(SmallRulesSlice.RULEBOOKS, Clock.systemUTC());
    }

    /** The last request for advice. */
    Request last() {
        Request request = last;
        if (request == null) {
            throw new IllegalStateException("nothing was asked");
        }
        return request;
    }

    /** How many evaluations were made so far. */
    int evaluations() {
        return evaluations;
    }

    /** The day for which advice is asked when nobody names one; that of the market at first. */
    void setToday(LocalDate day) {
        today = day;
    }

    @Override
    public Evaluation evaluate(Request request) {
        last = request;
        evaluations++;
        LocalDate day = request.asOf() == null ? today : request.asOf();
        MarketSnapshot market =
                markets().asOf(day).orElseThrow(() -> new NoMarketYet(day, markets(), request.language()));
        return new Evaluation(
                request,
                Situation.of(questionnaire(), request.answers(), market, jurisdictions(), day),
                new GivenAdvice());
    }

    @Override
    public String edition() {
        return SampleAdvice.EDITION;
    }

    private static final class GivenAdvice implements Adviser {
        @Override
        public String edition() {
            return SampleAdvice.EDITION;
        }

        @Override
        public Advice advise(Situation situation, Language language) {
            SortedMap<String, Double> metrics = new TreeMap<>();
            Arrays.stream(Metric.values()).forEach(metric -> metrics.put(metric.id(), situation.metric(metric)));
            return SampleAdvice.of(language, metrics, 12);
        }

        @Override
        public Verdict verdict(Situation situation) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<DecisionThreshold> decisionThresholds() {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<RuleReading> readings(Situation situation, Language language) {
            throw new UnsupportedOperationException();
        }
    }

    @Override
    public Questionnaire questionnaire() {
        return PageQuestions.all();
    }

    @Override
    public MarketHistory markets() {
        List<MarketSnapshot> monthly = new ArrayList<>(List.of(snapshot(MARKET_DAY, 90_000)));
        for (int month = 0; EARLIER.plusMonths(month).isBefore(MARKET_DAY.withDayOfMonth(1)); month++) {
            monthly.add(snapshot(EARLIER.plusMonths(month), month % 2 == 0 ? 62_000 : 70_000));
        }
        return new MarketHistory(monthly);
    }

    private static MarketSnapshot snapshot(LocalDate day, double price) {
        return new MarketSnapshot(
                day,
                Map.of(
                        "market.btcPriceUsd", new MarketSnapshot.Indicator(price, "Daily close"),
                        "market.networkHashrateEh", new MarketSnapshot.Indicator(1_000, "Difficulty"),
                        "market.blockSubsidyBtc", new MarketSnapshot.Indicator(3.125, "Protocol"),
                        "market.transactionFeePercent", new MarketSnapshot.Indicator(1, "Blocks")));
    }

    @Override
    public Jurisdictions jurisdictions() {
        return code -> Optional.empty();
    }

    @Override
    public List<CaseStudy> cases() {
        return List.of(new CaseStudy(
                "harbour-2024-06",
                "Harbour Mining",
                EARLIER,
                CaseStudy.Quality.A,
                Answers.of(Map.of(
                        "mining.hashrateEh", new Answer.Number(12.5),
                        "regulation.jurisdictions",
                                new Answer.Shares(new TreeMap<>(Map.of("US-NY", 40.0, "US-TX", 60.0))))),
                Map.of(),
                new Text("A miner by the sea.", "Un mineur au bord de la mer."),
                new CaseStudy.Observed(
                        Strategy.AI_HOSTING,
                        Extent.FULL,
                        EARLIER,
                        new Text("It leased everything.", "Elle a tout loué."),
                        "Harbour Mining, annual report, 2024-06-30",
                        List.of(),
                        List.of()),
                new Text("We would have waited.", "Nous aurions attendu."),
                null));
    }

    @Override
    public Optional<CaseStudy> caseStudy(String id) {
        return cases().stream().filter(study -> study.id().equals(id)).findFirst();
    }

    @Override
    public List<StrategyProfile> strategies() {
        return Arrays.stream(Strategy.values())
                .map(strategy -> new StrategyProfile(
                        strategy,
                        new Text("Title of " + strategy, "Titre de " + strategy),
                        new Text("Summary.", "Résumé."),
                        Map.of(),
                        List.of(),
                        List.of(),
                        "strategies/sample.yaml"))
                .toList();
    }
}
