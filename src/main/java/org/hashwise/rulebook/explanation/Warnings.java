package org.hashwise.rulebook.explanation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Warning;
import org.hashwise.advice.Warning.Code;
import org.hashwise.economics.JurisdictionGrade;
import org.hashwise.economics.Jurisdictions;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.rulebook.engine.Findings;
import org.hashwise.rulebook.engine.PolicyEffect;
import org.hashwise.rulebook.engine.Ranking;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.model.Parameter;

/** The warnings of an advice: nothing falls back silently. */
final class Warnings {

    static final String JURISDICTIONS = Jurisdictions.QUESTION;

    /** Thresholds in {@code parameters/} that the warnings themselves read. */
    static final Set<String> THRESHOLDS = Set.of("staleMarketDays", "fewAnswers");

    private static final List<String> DECISIVE_INDICATORS = List.of("market.btcPriceUsd", "market.networkHashrateEh");

    /**
     * Pairs of answers of which the first cannot be larger than the second. Editions that have rules of the topic
     * plausibility say so as doubts.
     */
    private static final List<List<String>> NOT_LARGER = List.of(
            List.of("treasury.debtDueIn12MonthsUsd", "treasury.debtUsd"),
            List.of("mining.reportedCashCostPerBtcUsd", "mining.reportedAllInCostPerBtcUsd"),
            List.of("mining.hashrateEh", "market.networkHashrateEh"));

    private final Questionnaire questionnaire;
    private final Map<String, Parameter> parameters;

    private final Function<Rule, Set<String>> thresholdsRead;

    private final boolean comparesAnswers;

    /**
     * @param thresholdsRead the names of the thresholds that a rule mentions
     * @param comparesAnswers whether no rule of the edition does
     */
    Warnings(
            Questionnaire questionnaire,
            Map<String, Parameter> parameters,
            Function<Rule, Set<String>> thresholdsRead,
            boolean comparesAnswers) {
        this.questionnaire = questionnaire;
        this.parameters = parameters;
        this.thresholdsRead = thresholdsRead;
        this.comparesAnswers = comparesAnswers;
    }

    List<Warning> of(Situation situation, Findings findings, Ranking ranking) {
        List<Warning> warnings = new ArrayList<>();
        marketAge(situation, warnings);
        weakLead(ranking, warnings);
        fewAnswers(situation, warnings);
        if (comparesAnswers) {
            contradictions(situation, warnings);
        }
        jurisdictions(situation, warnings);
        reviews(situation.asOf(), findings, warnings);
        return List.copyOf(warnings);
    }

    private void marketAge(Situation situation, List<Warning> warnings) {
        LocalDate date = situation.market().asOf();
        long age = ChronoUnit.DAYS.between(date, situation.asOf());
        boolean overridden = DECISIVE_INDICATORS.stream().allMatch(situation::isAnswered);
        if (age > threshold("staleMarketDays") && !overridden) {
            warnings.add(new Warning(Code.MARKET_STALE, null, List.of(date, age)));
        }
    }

    private static void weakLead(Ranking ranking, List<Warning> warnings) {
        if (ranking.isWeak()) {
            double score = ranking.standings().get(0).score();
            warnings.add(new Warning(Code.WEAK_LEAD, null, List.of(score)));
        }
    }

    private void fewAnswers(Situation situation, List<Warning> warnings) {
        int given = situation.answers().byId().size();
        if (given < threshold("fewAnswers")) {
            int asked = questionnaire.questions().size();
            warnings.add(new Warning(Code.MOSTLY_ASSUMED, null, List.of(given, asked)));
        }
    }

    private static void contradictions(Situation situation, List<Warning> warnings) {
        for (List<String> pair : NOT_LARGER) {
            boolean given = situation.isAnswered(pair.get(0)) && isKnown(pair.get(1), situation);
            if (given && situation.number(pair.get(0)) > situation.number(pair.get(1))) {
                warnings.add(new Warning(Code.ANSWERS_CONTRADICT, pair.get(0), List.copyOf(pair)));
            }
        }
    }

    // What the market says is known without an answer.
    private static boolean isKnown(String id, Situation situation) {
        return id.startsWith("market.") || situation.isAnswered(id);
    }

    private static void jurisdictions(Situation situation, List<Warning> warnings) {
        situation.shares(JURISDICTIONS).forEach((code, share) -> {
            Optional<JurisdictionGrade> grade = situation.jurisdictions().grade(code);
            if (grade.isEmpty()) {
                warnings.add(new Warning(Code.JURISDICTION_NOT_GRADED, JURISDICTIONS, List.of(code, share)));
            } else if (!grade.get().code().equals(code)) {
                warnings.add(new Warning(
                        Code.JURISDICTION_GRADED_AS_COUNTRY,
                        JURISDICTIONS,
                        List.of(code, grade.get().code())));
            }
        });
    }

    private void reviews(LocalDate asOf, Findings findings, List<Warning> warnings) {
        Set<String> used = new LinkedHashSet<>();
        for (PolicyEffect effect : findings.effects()) {
            used.addAll(thresholdsRead.apply(effect.rule()));
        }
        for (String name : used) {
            Parameter parameter = parameters.get(name);
            if (parameter != null && asOf.isAfter(parameter.reviewBy())) {
                warnings.add(new Warning(
                        Code.THRESHOLD_REVIEW_DUE, "threshold." + name, List.of(name, parameter.reviewBy())));
            }
        }
    }

    private double threshold(String name) {
        Parameter parameter = parameters.get(name);
        return parameter == null ? 0 : parameter.value();
    }
}
