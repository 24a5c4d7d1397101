package org.hashwise.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.hashwise.advice.Situation;
import org.hashwise.consultation.Projections;
import org.hashwise.projection.Projection.Outlook;
import org.hashwise.questionnaire.Answer;
import org.hashwise.rulebook.Rulebook;
import org.hashwise.rulebook.ShippedRules;
import org.hashwise.rulebook.model.CaseStudy;
import org.junit.jupiter.api.Test;

/**
 * Projections from each company-date of the casebook, held against a later date of the same company: how often the figure
 * of then lies between the quantiles 10 and 90 under the strategy that the company chose.
 */
class BacktestTests {

    private static final Rulebook RULEBOOK = ShippedRules.rulebook();
    private static final int LONGEST = 24;
    private static final int SHORTEST = 3;
    private static final int PATHS = 2_000;

    /** A later figure, and what was projected for it. */
    private record Outcome(String company, YearMonth from, int months, String figure, double was, Quantiles band) {
        boolean isWithin() {
            return was >= band.p10() && was <= band.p90();
        }

        boolean isBelow() {
            return was < band.p10();
        }

        String line() {
            return String.format(
                    Locale.ROOT,
                    "%-18s %s + %2d months  %-14s %10.1f  in %10.1f to %10.1f  %s",
                    company,
                    from,
                    months,
                    figure,
                    was,
                    band.p10(),
                    band.p90(),
                    isWithin() ? "within" : isBelow() ? "below" : "above");
        }
    }

    @Test
    void laterFiguresOfTheCasebookAreCounted() {
        List<Outcome> outcomes = outcomes();
        StringBuilder report = new StringBuilder("Backtest of the projection over the casebook%n".formatted());
        outcomes.forEach(outcome -> report.append(outcome.line()).append(System.lineSeparator()));
        for (String figure : List.of("coins", "liquidity")) {
            List<Outcome> some = outcomes.stream()
                    .filter(outcome -> outcome.figure().equals(figure))
                    .toList();
            report.append(String.format(
                    Locale.ROOT,
                    "%s: %d of %d within the band, %d below, %d above%n",
                    figure,
                    some.stream().filter(Outcome::isWithin).count(),
                    some.size(),
                    some.stream().filter(Outcome::isBelow).count(),
                    some.stream()
                            .filter(outcome -> !outcome.isWithin() && !outcome.isBelow())
                            .count()));
        }
        System.out.println(report);
        assertThat(outcomes).hasSizeGreaterThan(10);
        assertThat(outcomes.stream().filter(Outcome::isBelow).count())
                .as("one in ten may be worse than the quantile 10; twice as many would be too hopeful a model")
                .isLessThanOrEqualTo(outcomes.size() / 5);
    }

    private static List<Outcome> outcomes() {
        List<CaseStudy> cases = RULEBOOK.cases().stream()
                .sorted(Comparator.comparing(CaseStudy::company).thenComparing(CaseStudy::asOf))
                .toList();
        List<Outcome> outcomes = new ArrayList<>();
        for (CaseStudy first : cases) {
            for (CaseStudy later : cases) {
                int months =
                        (int) ChronoUnit.MONTHS.between(YearMonth.from(first.asOf()), YearMonth.from(later.asOf()));
                if (first.company().equals(later.company()) && months >= SHORTEST && months <= LONGEST) {
                    outcomes.addAll(outcomes(first, later, months));
                }
            }
        }
        return outcomes;
    }

    private static List<Outcome> outcomes(CaseStudy first, CaseStudy later, int months) {
        ProjectionRequest request = new ProjectionRequest(months, PATHS, 1, PathScenario.neutral(), List.of(), false);
        Outlook outlook = Objects.requireNonNull(new Projector(RULEBOOK, Projections.settings(RULEBOOK))
                .project(ShippedRules.situation(first), request, List.of())
                .strategies()
                .get(first.observed().strategy()));
        Situation then = ShippedRules.situation(later);
        YearMonth from = YearMonth.from(first.asOf());
        List<Outcome> outcomes = new ArrayList<>();
        if (isGiven(first, "treasury.btcHeld") && isGiven(later, "treasury.btcHeld")) {
            outcomes.add(new Outcome(
                    first.company(),
                    from,
                    months,
                    "coins",
                    then.number("treasury.btcHeld"),
                    outlook.btcHeld().get(months)));
            if (isGiven(first, "treasury.cashUsd") && isGiven(later, "treasury.cashUsd")) {
                Quantiles band = outlook.liquidityUsd().get(months);
                outcomes.add(
                        new Outcome(first.company(), from, months, "liquidity", liquidity(then) / 1e6, millions(band)));
            }
        }
        return outcomes;
    }

    private static Quantiles millions(Quantiles usd) {
        return new Quantiles(
                usd.month(), usd.p10() / 1e6, usd.p25() / 1e6, usd.p50() / 1e6, usd.p75() / 1e6, usd.p90() / 1e6);
    }

    private static boolean isGiven(CaseStudy study, String id) {
        return study.answers().get(id).filter(Answer.Number.class::isInstance).isPresent();
    }

    private static double liquidity(Situation then) {
        return then.number("treasury.cashUsd")
                + then.number("treasury.btcHeld")
                        * (1 - then.number("treasury.pledgedPercent") / 100)
                        * then.number("market.btcPriceUsd");
    }
}
