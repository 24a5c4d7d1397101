package org.hashwise.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
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
 * of then lies between the quantiles 10 and 90 under the strategy that the company chose, with and without new funding, and
 * by the first model; and how often within the calibrated range that the other companies alone give. Issuers are listed
 * companies that said at the first date that they place shares.
 */
class BacktestTests {

    private static final Rulebook RULEBOOK = ShippedRules.rulebook();
    private static final int LONGEST = 24;
    private static final int SHORTEST = 3;
    private static final int PATHS = 2_000;

    /** The way in which a projection is made. */
    private enum Variant {
        OPEN("new money", ModelVersion.CURRENT, false),
        CLOSED("no new money", ModelVersion.CURRENT, true),
        FIRST("new money, first model", ModelVersion.FIRST, false);

        private final String words;
        private final ModelVersion model;
        private final boolean isFundingClosed;

        Variant(String words, ModelVersion model, boolean isFundingClosed) {
            this.words = words;
            this.model = model;
            this.isFundingClosed = isFundingClosed;
        }
    }

    /** A later figure, and what was projected for it. */
    private record Outcome(
            String company,
            YearMonth from,
            int months,
            String figure,
            boolean isIssuer,
            double was,
            Map<Variant, Quantiles> bands) {

        Quantiles band(Variant variant) {
            return Objects.requireNonNull(bands.get(variant));
        }

        String place(Variant variant) {
            return was < band(variant).p10() ? "below" : was > band(variant).p90() ? "above" : "within";
        }

        /** The distance outside of the band, in widths of the band; below 0 within. */
        double score() {
            Quantiles band = band(Variant.OPEN);
            return Math.max(band.p10() - was, was - band.p90()) / (band.p90() - band.p10());
        }

        String line() {
            StringBuilder line = new StringBuilder(String.format(
                    Locale.ROOT,
                    "%-17s %s + %2d months  %-9s %-6s was %8.1f",
                    company,
                    from,
                    months,
                    figure,
                    isIssuer ? "issuer" : "",
                    was));
            for (Variant variant : Variant.values()) {
                Quantiles band = band(variant);
                line.append(String.format(
                        Locale.ROOT,
                        "; %s: %.1f, %.1f, %.1f %s",
                        variant.words,
                        band.p10(),
                        band.p50(),
                        band.p90(),
                        place(variant)));
            }
            return line.toString();
        }
    }

    @Test
    void laterFiguresOfTheCasebookAreCounted() {
        List<Outcome> outcomes = outcomes();
        StringBuilder report = new StringBuilder("Backtest of the projection over the casebook%n".formatted());
        outcomes.forEach(outcome -> report.append(outcome.line()).append(System.lineSeparator()));
        for (Variant variant : Variant.values()) {
            for (String figure : List.of("coins", "liquidity")) {
                List<Outcome> some = outcomes.stream()
                        .filter(outcome -> outcome.figure().equals(figure))
                        .toList();
                report.append(counts(figure + ", " + variant.words, some, variant));
                report.append(counts(
                        "  issuers", some.stream().filter(Outcome::isIssuer).toList(), variant));
                report.append(counts(
                        "  others",
                        some.stream().filter(outcome -> !outcome.isIssuer()).toList(),
                        variant));
            }
        }
        System.out.println(report);
        assertThat(count(outcomes, Variant.CLOSED, "below"))
                .as(
                        "without new funding, one in ten may be worse than the quantile 10; twice as many would be too hopeful")
                .isLessThanOrEqualTo(outcomes.size() / 5);
        assertThat(count(outcomes, Variant.OPEN, "within"))
                .as("companies do raise money, so that a projection with it is nearer to what happened")
                .isGreaterThanOrEqualTo(count(outcomes, Variant.CLOSED, "within"));
    }

    @Test
    void theParametersOfTheCalibrationAreThoseOfTheBacktest() {
        List<Outcome> outcomes = outcomes();
        Calibration stated = Objects.requireNonNull(Projections.calibration(RULEBOOK));

        assertThat(stated.longestMonths())
                .isEqualTo(outcomes.stream().mapToInt(Outcome::months).max().orElse(0));
        assertCalibration("liquidity", outcomes, stated.liquidityUsd());
        assertCalibration("coins", outcomes, stated.btcHeld());
    }

    private static void assertCalibration(String figure, List<Outcome> all, Calibration.Figure stated) {
        List<Outcome> outcomes =
                all.stream().filter(outcome -> outcome.figure().equals(figure)).toList();
        List<Outcome> inRange = outcomes.stream()
                .filter(outcome -> outcome.score() <= factor(others(outcomes, outcome)))
                .toList();
        StringBuilder report = new StringBuilder();
        outcomes.forEach(outcome -> report.append(String.format(
                Locale.ROOT,
                "%-17s %s + %2d months  %-9s score %6.3f, factor of the other companies %5.3f%s%n",
                outcome.company(),
                outcome.from(),
                outcome.months(),
                figure,
                outcome.score(),
                factor(others(outcomes, outcome)),
                inRange.contains(outcome) ? "" : " OUTSIDE")));
        Calibration.Figure counted = new Calibration.Figure(
                stated.widthFactor(),
                outcomes.size(),
                (int) outcomes.stream().map(Outcome::company).distinct().count(),
                (int) count(outcomes, Variant.OPEN, "within"),
                inRange.size());
        System.out.printf(
                Locale.ROOT,
                "%s%s: factor %.4f, each company alike %.4f; %d of %d within the band of the market alone, %d within the range of"
                        + " the others, which readers are shown%n",
                report,
                figure,
                factor(outcomes),
                factorOfCompanies(outcomes),
                counted.withinBand(),
                counted.known(),
                counted.withinRange());
        assertThat(stated).as("counts of rules/parameters/projection.yaml").isEqualTo(counted);
        assertThat(stated.widthFactor()).as("the same").isCloseTo(factor(outcomes), within(0.005));
        assertThat(factorOfCompanies(outcomes))
                .as("companies of several dates do not decide it")
                .isEqualTo(factor(outcomes));
        assertThat(100.0 * counted.withinRange() / counted.known())
                .as("four in five are meant to be within the range that readers are shown")
                .isBetween(70.0, 95.0);
    }

    private static List<Outcome> others(List<Outcome> outcomes, Outcome one) {
        return outcomes.stream()
                .filter(other -> !other.company().equals(one.company()))
                .toList();
    }

    /** The ceil(0.8 (n + 1))th smallest score, infinite when there are fewer, and not below 0. */
    private static double factor(List<Outcome> outcomes) {
        double[] scores = outcomes.stream().mapToDouble(Outcome::score).sorted().toArray();
        int rank = (4 * (scores.length + 1) + 4) / 5;
        return rank > scores.length ? Double.POSITIVE_INFINITY : Math.max(0, scores[rank - 1]);
    }

    /**
     * The same with all companies alike, however many dates they have: each of k companies has the weight 1 / (k + 1), which its
     * scores share (Lee, Barber and Willett, 2023).
     */
    private static double factorOfCompanies(List<Outcome> outcomes) {
        Map<String, Long> dates =
                outcomes.stream().collect(Collectors.groupingBy(Outcome::company, Collectors.counting()));
        double weight = 0;
        for (Outcome outcome : outcomes.stream()
                .sorted(Comparator.comparingDouble(Outcome::score))
                .toList()) {
            weight += 1.0 / (dates.size() + 1) / Objects.requireNonNull(dates.get(outcome.company()));
            if (weight > 0.8 - 1e-9) {
                return Math.max(0, outcome.score());
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private static String counts(String what, List<Outcome> outcomes, Variant variant) {
        return String.format(
                Locale.ROOT,
                "%-36s %d of %d within the band, %d below, %d above%n",
                what,
                count(outcomes, variant, "within"),
                outcomes.size(),
                count(outcomes, variant, "below"),
                count(outcomes, variant, "above"));
    }

    private static long count(List<Outcome> outcomes, Variant variant, String place) {
        return outcomes.stream()
                .filter(outcome -> outcome.place(variant).equals(place))
                .count();
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
        if (!isGiven(first, "treasury.btcHeld") || !isGiven(later, "treasury.btcHeld")) {
            return List.of();
        }
        Map<Variant, Outlook> outlooks = new EnumMap<>(Variant.class);
        for (Variant variant : Variant.values()) {
            outlooks.put(variant, outlook(first, months, variant));
        }
        Situation then = ShippedRules.situation(later);
        List<Outcome> outcomes = new ArrayList<>();
        outcomes.add(outcome(first, months, "coins", then.number("treasury.btcHeld"), outlooks, Outlook::btcHeld, 1));
        if (isGiven(first, "treasury.cashUsd") && isGiven(later, "treasury.cashUsd")) {
            outcomes.add(outcome(first, months, "liquidity", liquidity(then), outlooks, Outlook::liquidityUsd, 1e6));
        }
        return outcomes;
    }

    private static Outlook outlook(CaseStudy first, int months, Variant variant) {
        ProjectionRequest request = new ProjectionRequest(
                months, PATHS, 1, PathScenario.neutral(), List.of(), variant.isFundingClosed, variant.model);
        return Objects.requireNonNull(new Projector(RULEBOOK, Projections.settings(RULEBOOK))
                .project(ShippedRules.situation(first), request, List.of())
                .strategies()
                .get(first.observed().strategy()));
    }

    private static Outcome outcome(
            CaseStudy first,
            int months,
            String figure,
            double was,
            Map<Variant, Outlook> outlooks,
            Function<Outlook, List<Quantiles>> series,
            double unit) {
        Map<Variant, Quantiles> bands = new EnumMap<>(Variant.class);
        outlooks.forEach((variant, outlook) ->
                bands.put(variant, scaled(series.apply(outlook).get(months), unit)));
        Situation start = ShippedRules.situation(first);
        return new Outcome(
                first.company(),
                YearMonth.from(first.asOf()),
                months,
                figure,
                start.yes("company.listed")
                        && start.choice("treasury.capitalAccess").equals("OPEN"),
                was / unit,
                bands);
    }

    private static Quantiles scaled(Quantiles all, double unit) {
        return new Quantiles(
                all.month(), all.p10() / unit, all.p25() / unit, all.p50() / unit, all.p75() / unit, all.p90() / unit);
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
