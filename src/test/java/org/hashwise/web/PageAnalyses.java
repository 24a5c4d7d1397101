package org.hashwise.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hashwise.advice.Strategy;
import org.hashwise.analysis.Axis;
import org.hashwise.analysis.Controllability;
import org.hashwise.analysis.Counterfactual;
import org.hashwise.analysis.Flip;
import org.hashwise.analysis.Interview;
import org.hashwise.analysis.Interview.Inquiry;
import org.hashwise.analysis.Step;
import org.hashwise.analysis.StrategyMap;
import org.hashwise.consultation.Analyses;
import org.hashwise.consultation.Evaluation;
import org.hashwise.consultation.SmallRulesSlice;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Distribution;
import org.hashwise.questionnaire.Mover;

/**
 * Analyses that ask for power, contract and hashrate in this order, find the power price decisive, and are sure when the three
 * are known. A single change that is near leads to HOLD only as long as the contract is not known.
 */
class PageAnalyses extends Analyses {

    private static final List<Inquiry> INQUIRIES = List.of(
            new Inquiry("power.priceUsdPerKwh", 0.4, 1),
            new Inquiry("power.contract", 0.2, 1),
            new Inquiry("mining.hashrateEh", 0.1, 2),
            new Inquiry("regulation.jurisdictions", 0.001, 1));

    private static final String DECISIVE = "power.priceUsdPerKwh";
    private static final double WIDE = 0.62;

    private static final List<Flip> FLIPS = List.of(
            new Flip(
                    "market.btcPriceUsd",
                    new Answer.Number(90_000),
                    new Answer.Number(81_000),
                    Flip.Direction.DOWN,
                    Strategy.RESTRUCTURE,
                    9_000.0,
                    10.0,
                    Controllability.MARKET,
                    false,
                    Mover.MARKET,
                    0),
            new Flip(
                    "power.priceUsdPerKwh",
                    new Answer.Number(0.05),
                    new Answer.Number(0.2),
                    Flip.Direction.UP,
                    Strategy.RESTRUCTURE,
                    0.15,
                    300.0,
                    Controllability.COMPANY,
                    true,
                    Mover.COMPANY,
                    0),
            new Flip(
                    "market.networkHashrateEh",
                    new Answer.Number(900),
                    new Answer.Number(3_150),
                    Flip.Direction.UP,
                    Strategy.HOLD,
                    2_250.0,
                    250.0,
                    Controllability.MARKET,
                    false,
                    Mover.MARKET,
                    0),
            new Flip(
                    "power.contract",
                    new Answer.Choice("FIXED"),
                    new Answer.Choice("INDEXED"),
                    null,
                    Strategy.HOLD,
                    null,
                    null,
                    Controllability.COMPANY,
                    true,
                    Mover.COMPANY,
                    0),
            new Flip(
                    "mining.poolFeePercent",
                    new Answer.Number(1),
                    new Answer.Number(1),
                    Flip.Direction.UP,
                    Strategy.HOLD,
                    0.0,
                    0.0,
                    Controllability.COMPANY,
                    true,
                    null,
                    0));

    private Answers last = Answers.none();

    PageAnalyses() {
        super(SmallRulesSlice.RULEBOOKS);
    }

    /** The answers for which flips were asked last. */
    Answers last() {
        return last;
    }

    @Override
    public Interview interview(
            Evaluation evaluation, Map<String, Distribution.Range> rough, Set<String> unknown, int samples, long seed) {
        Answers answers = evaluation.request().answers();
        List<Inquiry> open =
                INQUIRIES.stream().filter(inquiry -> !answers.has(inquiry.id())).toList();
        List<Inquiry> next =
                open.stream().filter(inquiry -> !unknown.contains(inquiry.id())).toList();
        List<String> missing =
                next.stream().map(Inquiry::id).filter(DECISIVE::equals).toList();
        boolean sure = open.size() <= 1;
        Map<Strategy, Double> probabilities = new EnumMap<>(Strategy.class);
        probabilities.put(Strategy.HOLD, sure ? 0.03 : 0.25);
        probabilities.put(Strategy.AI_HOSTING, sure ? 0.97 : 0.75);
        probabilities.put(Strategy.DAT, 0.0);
        probabilities.put(Strategy.RESTRUCTURE, 0.0);
        return new Interview(
                probabilities,
                Map.of(Strategy.HOLD, 1 - WIDE, Strategy.AI_HOSTING, WIDE),
                Strategy.AI_HOSTING,
                Strategy.AI_HOSTING,
                sure,
                open.isEmpty(),
                next.size() <= 1,
                missing.isEmpty(),
                missing,
                next,
                open.stream().filter(inquiry -> unknown.contains(inquiry.id())).toList(),
                List.of(),
                answers.byId().size(),
                open.size(),
                Math.max(0, next.size() - 1),
                2_000,
                1);
    }

    @Override
    public List<Flip> flips(Evaluation evaluation) {
        last = evaluation.request().answers();
        return FLIPS.stream()
                .filter(flip -> flip.to() != Strategy.HOLD || flip.by() == Mover.MARKET || !last.has("power.contract"))
                .toList();
    }

    @Override
    public Counterfactual smallestChange(Evaluation evaluation, Strategy target, Set<String> locked) {
        return new Counterfactual(
                Strategy.AI_HOSTING,
                target,
                true,
                List.of(
                        new Step(
                                "mining.poolFeePercent",
                                new Answer.Number(1),
                                new Answer.Number(3),
                                Controllability.COMPANY,
                                0.4,
                                Mover.COMPANY,
                                0),
                        new Step(
                                "market.btcPriceUsd",
                                new Answer.Number(90_000),
                                new Answer.Number(120_000),
                                Controllability.MARKET,
                                0.3,
                                Mover.MARKET,
                                0)),
                new Counterfactual.Searched(30, 200, 1_000, 0, true));
    }

    @Override
    public StrategyMap map(Evaluation evaluation, Axis x, Axis y) {
        List<List<StrategyMap.Cell>> rows = new ArrayList<>();
        for (int row = 0; row < y.steps(); row++) {
            List<StrategyMap.Cell> cells = new ArrayList<>();
            for (int column = 0; column < x.steps(); column++) {
                cells.add(new StrategyMap.Cell(column < row ? Strategy.RESTRUCTURE : Strategy.HOLD, 1));
            }
            rows.add(cells);
        }
        return new StrategyMap(x, y, rows);
    }
}
