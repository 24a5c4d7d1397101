package org.hashwise.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hashwise.advice.Extent;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.consultation.FakeConsultation;
import org.hashwise.economics.Jurisdictions;
import org.hashwise.economics.Metric;
import org.hashwise.market.MarketHistory;
import org.hashwise.market.MarketSnapshot;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.questionnaire.Text;
import org.hashwise.rulebook.model.CaseStudy;
import org.hashwise.rulebook.model.StrategyProfile;

/** The same advice for everybody, with the metrics of the situation; monthly market days, and the case of Harbour Mining. */
class PageConsultation extends FakeConsultation {

    static final LocalDate EARLIER = LocalDate.of(2024, 6, 30);

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
    protected Situation situation(Request request, LocalDate day) {
        return Situation.of(
                questionnaire(), request.answers(), markets().asOf(day).orElseThrow(), jurisdictions(), day);
    }

    @Override
    protected SortedMap<String, Double> metrics(Situation situation) {
        SortedMap<String, Double> metrics = new TreeMap<>();
        Arrays.stream(Metric.values()).forEach(metric -> metrics.put(metric.id(), situation.metric(metric)));
        return metrics;
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
