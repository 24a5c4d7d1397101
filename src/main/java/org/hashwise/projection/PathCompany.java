package org.hashwise.projection;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hashwise.advice.Population;
import org.hashwise.advice.Sampler;
import org.hashwise.advice.Situation;
import org.hashwise.analysis.Workers;
import org.hashwise.economics.Economics;
import org.hashwise.economics.Operations;
import org.hashwise.projection.Plan.Access;
import org.hashwise.projection.Plan.CoinPolicy;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Question;

/**
 * The company on one path. What it answered is the same on all paths, and so is what it owns and owes today. How it runs and
 * is funded is drawn from the distributions of the questions as far as it was not answered, so that the bands cover what is
 * not known and narrow with each answer. What it does with its coins is its own choice, and stays as assumed.
 */
record PathCompany(Operations operations, CoinPolicy policy, Access access) {

    private static final String REPORTED_COST = "mining.reportedCashCostPerBtcUsd";
    private static final String OVERHEAD = "mining.cashOverheadUsdPerMonth";

    /** Questions on the running business and its funding. */
    private static final Set<String> DRAWN = Set.of(
            "mining.hashrateEh",
            "mining.fleetEfficiencyJPerTh",
            "mining.poolFeePercent",
            "mining.siteOverheadPercent",
            OVERHEAD,
            "power.priceUsdPerKwh",
            "power.contract",
            "power.contractYearsLeft",
            "power.demandResponseUsdPerYear",
            "treasury.interestRatePercent",
            "treasury.marketCapUsd",
            "treasury.capitalAccess");

    /** Sections whose other questions keep their values on every path: the balance sheet and the lease on offer. */
    private static final Set<String> KEPT = Set.of("treasury", "hosting");

    /** The company with the assumptions of the advice wherever it did not answer. */
    static PathCompany assumed(Situation situation) {
        Operations operations = Economics.operations(situation, situation.jurisdictions());
        return new PathCompany(
                operations,
                CoinPolicy.valueOf(situation.choice("treasury.btcPolicy")),
                access(situation, operations.marketCapUsd()));
    }

    /** The companies of all paths. */
    static List<PathCompany> drawn(Situation situation, int paths, long seed) {
        Set<String> kept = situation.questionnaire().questions().stream()
                .map(Question::id)
                .filter(id -> !isDrawn(situation, id))
                .collect(Collectors.toSet());
        Sampler sampler = new Sampler(withBalance(situation), Map.of(), kept, Population.USUAL, seed);
        List<Question> questions = situation.questionnaire().questions();
        if (IntStream.range(0, questions.size()).noneMatch(sampler::isDrawn)) {
            return Collections.nCopies(paths, assumed(situation));
        }
        return Workers.map(IntStream.range(0, paths).boxed().toList(), path -> assumed(sampler.company(path)));
    }

    // The overhead is part of a reported cost per coin.
    private static boolean isDrawn(Situation situation, String id) {
        return DRAWN.contains(id) && !(id.equals(OVERHEAD) && situation.isAnswered(REPORTED_COST));
    }

    // Estimates of the balance sheet rest on the size of the fleet; as answers they stay when the fleet is drawn.
    private static Situation withBalance(Situation situation) {
        Situation fixed = situation;
        List<Question> questions = situation.questionnaire().questions();
        for (int position = 0; position < questions.size(); position++) {
            Question question = questions.get(position);
            Answer value = situation.valueAt(position);
            if (value != null
                    && KEPT.contains(question.section())
                    && !DRAWN.contains(question.id())
                    && !situation.isAnsweredAt(position)) {
                fixed = fixed.with(position, value);
            }
        }
        return fixed;
    }

    private static Access access(Situation situation, double marketCapUsd) {
        if (!situation.yes("company.listed") || marketCapUsd <= 0) {
            return Access.NONE;
        }
        return switch (situation.choice("treasury.capitalAccess")) {
            case "OPEN" -> Access.OPEN;
            case "CLOSED" -> Access.NONE;
            default -> Access.LIMITED;
        };
    }
}
