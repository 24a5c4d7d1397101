package org.hashwise.memo;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hashwise.advice.Advice;
import org.hashwise.advice.RankedStrategy;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.analysis.Flip;
import org.hashwise.consultation.Analyses;
import org.hashwise.consultation.Evaluation;
import org.hashwise.consultation.Plain;
import org.hashwise.consultation.ProjectionDocument;
import org.hashwise.economics.Economics;
import org.hashwise.economics.LiquidityCalendar;
import org.hashwise.economics.LiquidityCalendar.Scenario;
import org.hashwise.projection.Calibration;
import org.hashwise.projection.Projection;
import org.hashwise.projection.Quantiles;
import org.jspecify.annotations.Nullable;

/** Comparison of the four strategies for one company. */
final class Options {

    private static final int YEAR = 12;
    static final int TWO_YEARS = 24;
    private static final int NEAREST = 2;
    private static final double ALL = 100;
    private static final double LEAST = 0.1;

    private final Evaluation evaluation;
    private final Analyses analyses;
    private final Changes changes;
    private final @Nullable Projection projection;

    /** @param projection of at least 24 months; null for none */
    Options(Evaluation evaluation, Analyses analyses, Changes changes, @Nullable Projection projection) {
        this.evaluation = evaluation;
        this.analyses = analyses;
        this.changes = changes;
        this.projection = projection;
    }

    List<Memo.Option> of(List<Flip> flips) {
        Advice advice = evaluation.advice();
        return advice.ranking().stream()
                .map(standing -> option(standing, flips, advice))
                .toList();
    }

    private Memo.Option option(RankedStrategy standing, List<Flip> flips, Advice advice) {
        Strategy strategy = standing.strategy();
        boolean recommended = strategy == advice.recommendation().strategy();
        return new Memo.Option(
                strategy,
                recommended ? advice.recommendation().extent() : null,
                recommended,
                standing.viable(),
                Plain.number(standing.score()),
                advice.gates(strategy).stream()
                        .map(gate -> gate.rule().title())
                        .distinct()
                        .toList(),
                liquidity(strategy),
                outlook(strategy),
                recommended
                        ? changes.of(nearest(flips))
                        : changes.of(analyses.smallestChange(evaluation, strategy, Set.of())));
    }

    /** The nearest of the changes that the memo names, each of another question. */
    private static List<Flip> nearest(List<Flip> flips) {
        Set<String> ids = new HashSet<>();
        return Changes.near(flips)
                .filter(Changes.nearest(flips)::contains)
                .filter(flip -> ids.add(flip.id()))
                .limit(NEAREST)
                .toList();
    }

    private Memo.@Nullable Liquidity liquidity(Strategy strategy) {
        if (evaluation.advice().calendar() == null) {
            return null;
        }
        Situation situation = evaluation.situation();
        boolean building =
                strategy == Strategy.AI_HOSTING || Economics.isBuildingCommitted(situation, situation.jurisdictions());
        LiquidityCalendar market = calendar(Scenario.MARKET_OF_THE_DAY, building);
        LiquidityCalendar stress = calendar(Scenario.STRESS, building);
        return new Memo.Liquidity(
                building,
                dollars(market.closingUsd(YEAR)),
                dollars(stress.closingUsd(YEAR)),
                dollars(market.closingUsd(TWO_YEARS)),
                dollars(stress.closingUsd(TWO_YEARS)),
                dollars(Math.max(0, -market.lowestUsd(TWO_YEARS))),
                dollars(Math.max(0, -stress.lowestUsd(TWO_YEARS))),
                dollars(
                        building
                                ? Economics.building(situation, situation.jurisdictions())
                                        .loansUsd()
                                : 0));
    }

    private Memo.@Nullable Outlook outlook(Strategy strategy) {
        Projection.Outlook outlook =
                projection == null ? null : projection.strategies().get(strategy);
        return outlook == null
                ? null
                : new Memo.Outlook(
                        range(outlook.liquidityUsd().get(YEAR)),
                        range(outlook.liquidityUsd().get(TWO_YEARS)),
                        outlook.survivalPercent().stream()
                                .map(percent -> Plain.number(share(percent)))
                                .toList(),
                        outlook.runwayMonths(),
                        Plain.number(share(outlook.forcedSale().sharePercent())),
                        outlook.breaksFirst().stream()
                                .map(each -> new Projection.Break(each.what(), share(each.sharePercent())))
                                .toList());
    }

    /** A share with one decimal, which is 0 or 100 only where no path or every path counts. */
    private static double share(double percent) {
        double rounded = Plain.rounded(percent, 1);
        return percent == 0 || percent == ALL ? percent : Math.min(ALL - LEAST, Math.max(LEAST, rounded));
    }

    private Memo.Range range(Quantiles quantiles) {
        Calibration calibration = projection == null ? null : projection.calibration();
        Calibration.Range range =
                calibration == null ? null : calibration.liquidityUsd().range(ProjectionDocument.rounded(quantiles, 0));
        return new Memo.Range(
                dollars(quantiles.p10()),
                dollars(quantiles.p50()),
                dollars(quantiles.p90()),
                range == null ? null : dollars(range.low()),
                range == null ? null : dollars(range.high()));
    }

    private LiquidityCalendar calendar(Scenario scenario, boolean building) {
        Situation situation = evaluation.situation();
        return Economics.calendar(situation, situation.jurisdictions(), scenario, building);
    }

    private static Number dollars(double usd) {
        return Plain.number(usd, 0);
    }
}
