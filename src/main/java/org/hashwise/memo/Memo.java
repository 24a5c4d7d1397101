package org.hashwise.memo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.hashwise.advice.Extent;
import org.hashwise.advice.Strategy;
import org.hashwise.consultation.AdviceDocument;
import org.hashwise.consultation.AdviceDocument.EvidenceItem;
import org.hashwise.consultation.AdviceDocument.PeerItem;
import org.hashwise.consultation.AdviceDocument.PointItem;
import org.hashwise.consultation.CasePeers;
import org.hashwise.consultation.Plain;
import org.hashwise.projection.Calibration;
import org.hashwise.projection.Projection;
import org.hashwise.questionnaire.Mover;
import org.jspecify.annotations.Nullable;

/**
 * The board memo on one advice. It is the JSON face itself, and the only source of the others; the order of the components is
 * the order of the keys.
 *
 * @param company as the company calls itself; may be empty
 * @param asOf the day for which is advised
 * @param language code of the language of all texts
 * @param draft why the memo is a draft; null when it is none
 * @param resolution the decision that is put to the board, one sentence
 * @param options all four strategies, best first
 * @param runnerUp the best case for the second strategy; null when no other is viable, when no rule supports it,
 *     and when restructuring is recommended
 * @param changes single changes of one answer that lead to another recommendation, those the company can make first, the
 *     nearest first
 * @param triggers market values at which the recommendation changes, the likeliest first; empty without a projection
 * @param projection on what the figures over time rest; null in editions without parameters of a projection
 * @param halving which the liquidity calendar leaves out; null when none falls into its months
 * @param bridge from the liquid funds of today to those that are missing; null when nothing is and nothing is built
 * @param answers by question id, in the order of the questionnaire
 * @param missing ids of the unanswered questions whose answers would be most informative, the best first
 * @param market the market values that were used, by id
 * @param receipt from which the memo can be computed again
 * @param advice the complete advice: evidence, gates, plan, risks, assumptions, metrics, calendar, warnings
 */
public record Memo(
        String company,
        LocalDate asOf,
        String language,
        @Nullable OutdatedMarket draft,
        String resolution,
        Certainty certainty,
        Validity validity,
        List<Option> options,
        @Nullable RunnerUp runnerUp,
        List<Change> changes,
        List<Trigger> triggers,
        @Nullable Sampling projection,
        @Nullable Halving halving,
        @Nullable Bridge bridge,
        NearestCases peers,
        SortedMap<String, Object> answers,
        List<String> missing,
        List<Indicator> market,
        ReceiptSeal receipt,
        AdviceDocument advice) {

    // A judgement: several times the sampling error of the projection.
    private static final double CLEAR_POINTS = 5;
    private static final String CASH = "treasury.cashUsd";

    public Memo {
        options = List.copyOf(options);
        changes = List.copyOf(changes);
        triggers = List.copyOf(triggers);
        missing = List.copyOf(missing);
        market = List.copyOf(market);
    }

    /**
     * Capital to be raised within 24 months to follow a strategy, in USD, where that is more than the recommendation
     * needs; 0 for nothing.
     */
    public Number addedCapitalUsd(Strategy strategy) {
        return addedCapitalUsd(options, strategy);
    }

    /** Returns whether the memo was written after its validity had ended, as one about a day of the past is. */
    public boolean isRetrospective() {
        LocalDate last = validity.until() == null ? asOf.plusDays(1) : validity.until();
        return receipt.issuedOn().isAfter(last);
    }

    /** Returns whether a peer is the company itself at another time. */
    public boolean isOwn(PeerItem peer) {
        return CasePeers.isSame(peer.company(), company);
    }

    /** Returns whether a peer listed before this one is the same company at another time. */
    public boolean isRepeated(PeerItem peer) {
        return peers.nearest().stream()
                .takeWhile(before -> !before.equals(peer))
                .anyMatch(before -> CasePeers.isSame(before.company(), peer.company()));
    }

    /** The id of the figure whose value is the sum of a step; null when the step reads none. */
    public @Nullable String sumOf(PointItem step) {
        Number sum = step.amountUsd();
        return step.reads().entrySet().stream()
                .filter(read -> sum != null
                        && read.getValue() instanceof Number value
                        && value.doubleValue() == sum.doubleValue())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** Returns whether the sum of a step rests on an assumption: it is not itself an answer, and the step reads an assumed value. */
    public boolean isAssumed(PointItem step) {
        String of = sumOf(step);
        return !step.assumed().isEmpty() && (of == null || !answers.containsKey(of));
    }

    /** Amount by which the sum of a step exceeds the cash that it reads, in USD; 0 for nothing. */
    public Number beyondCash(PointItem step) {
        Number sum = step.amountUsd();
        return sum != null && step.reads().get(CASH) instanceof Number cash
                ? Plain.number(Math.max(0, sum.doubleValue() - cash.doubleValue()), 0)
                : 0;
    }

    /**
     * The option that is open without distress and leaves the company solvent after two years on the most paths, by a clear margin
     * over the recommendation; null when there is none.
     */
    public @Nullable Option safer() {
        double here = options.stream()
                .filter(Option::recommended)
                .mapToDouble(Option::survival)
                .findFirst()
                .orElse(0);
        return options.stream()
                .filter(option -> option.viable() && option.strategy() != Strategy.RESTRUCTURE)
                .filter(option -> option.survival() >= here + CLEAR_POINTS)
                .max(Comparator.comparingDouble(Option::survival))
                .orElse(null);
    }

    static Number addedCapitalUsd(List<Option> options, Strategy strategy) {
        double needed = options.stream()
                .filter(option -> option.strategy() == strategy)
                .mapToDouble(Option::capital)
                .sum();
        boolean more = options.stream().filter(Option::recommended).allMatch(option -> option.capital() < needed);
        return more ? Plain.number(needed) : 0;
    }

    /**
     * A market older than an advice may rest on.
     *
     * @param marketAsOf date of the market values
     * @param ageDays their age on the day of the advice
     * @param mostDays the greatest age that does not make a memo a draft
     */
    public record OutdatedMarket(LocalDate marketAsOf, long ageDays, long mostDays) {}

    /**
     * The certainty of the recommendation.
     *
     * @param reportable whether enough is known for probabilities to mean something
     * @param low the lower probability of the recommendation among plausible companies, 0 to 1; null when not reportable
     * @param high the higher one; null when not reportable
     * @param proven whether no plausible answer to the open questions leads to another recommendation
     * @param answered number of questions with an answer
     * @param assumed number of questions for which a value is assumed
     * @param lead points over the runner-up; null without one
     */
    public record Certainty(
            boolean reportable,
            @Nullable Number low,
            @Nullable Number high,
            boolean proven,
            int answered,
            int assumed,
            @Nullable Number lead) {}

    /**
     * The validity of the recommendation: to a day or to a change, whichever comes first.
     *
     * @param until the last day on which the market values are recent enough; null for a draft
     * @param trigger the nearest change of the market, or by the state, that leads to another recommendation; null when there is none
     */
    public record Validity(
            @Nullable LocalDate until, @Nullable Change trigger) {}

    /**
     * One strategy in the comparison.
     *
     * @param extent for the recommendation only
     * @param score sum of the signed strengths of its evidence, points
     * @param blockers titles of the rules that block it
     * @param liquidity liquid funds if it is followed; null in editions without a liquidity calendar
     * @param outlook liquid funds and survival over the paths of the projection; null without a projection
     * @param conditions for the recommendation, the nearest changes that must not happen; for the others, the smallest
     *     change that leads there, empty when none was found
     */
    public record Option(
            Strategy strategy,
            @Nullable Extent extent,
            boolean recommended,
            boolean viable,
            Number score,
            List<String> blockers,
            @Nullable Liquidity liquidity,
            @Nullable Outlook outlook,
            List<Change> conditions) {
        public Option {
            blockers = List.copyOf(blockers);
            conditions = List.copyOf(conditions);
        }

        private double capital() {
            return liquidity == null ? 0 : liquidity.capitalUsd().doubleValue();
        }

        private double survival() {
            return outlook == null ? 0 : outlook.survival(Options.TWO_YEARS).doubleValue();
        }

        /** The amounts in USD of the comparison. */
        DoubleStream amounts() {
            Stream<Number> shown = Stream.concat(
                    liquidity == null
                            ? Stream.empty()
                            : Stream.of(liquidity.capitalUsd(), liquidity.stressedCapitalUsd(), liquidity.loansUsd()),
                    outlook == null
                            ? liquidity == null
                                    ? Stream.empty()
                                    : Stream.of(
                                            liquidity.month12Usd(),
                                            liquidity.stressed12Usd(),
                                            liquidity.month24Usd(),
                                            liquidity.stressed24Usd())
                            : Stream.of(outlook.month12Usd(), outlook.month24Usd())
                                    .flatMap(range -> Stream.of(
                                            range.p10(), range.p50(), range.p90(), range.least(), range.most())));
            return shown.mapToDouble(Number::doubleValue);
        }
    }

    /**
     * Liquid funds of one strategy in whole USD, from its liquidity calendar; below zero is money that is missing.
     *
     * @param building whether own share and rent of the building for an AI tenant are part of it
     * @param month12Usd at the end of month 12
     * @param stressed12Usd the same if a coin lost 30 % and the network 10 %
     * @param month24Usd at the end of month 24
     * @param stressed24Usd the same under stress
     * @param capitalUsd what has to be raised within 24 months so that no month ends below zero; 0 for nothing
     * @param stressedCapitalUsd the same under stress
     * @param loansUsd what lenders have yet to commit for the building; all amounts count it as lent
     */
    public record Liquidity(
            boolean building,
            Number month12Usd,
            Number stressed12Usd,
            Number month24Usd,
            Number stressed24Usd,
            Number capitalUsd,
            Number stressedCapitalUsd,
            Number loansUsd) {}

    /**
     * The months of one strategy over all paths of the projection.
     *
     * @param month12Usd liquid funds at the end of month 12
     * @param month24Usd liquid funds at the end of month 24
     * @param survivalPercent paths on which no payment was missed, by month from 0 on
     * @param runwayMonths the first month in which that is below 90; null when it stays above
     * @param forcedSalePercent paths on which coins have to be sold to pay, or a lender sells them
     * @param breaksFirst what ends paths, the commonest first
     */
    public record Outlook(
            Range month12Usd,
            Range month24Usd,
            List<Number> survivalPercent,
            @Nullable Integer runwayMonths,
            Number forcedSalePercent,
            List<Projection.Break> breaksFirst) {
        public Outlook {
            survivalPercent = List.copyOf(survivalPercent);
            breaksFirst = List.copyOf(breaksFirst);
        }

        /** Paths in percent on which no payment was missed within some months. */
        public Number survival(int month) {
            return survivalPercent.get(month);
        }
    }

    /**
     * Quantiles over the paths of the market, and the calibrated range around them, in whole USD.
     *
     * @param p10 one path in ten is lower
     * @param p50 the middle
     * @param p90 one path in ten is higher
     * @param low lower end of the calibrated range; null in editions without a calibration
     * @param high upper end of the calibrated range; null in editions without a calibration
     */
    public record Range(
            Number p10,
            Number p50,
            Number p90,
            @Nullable Number low,
            @Nullable Number high) {
        /** The lower end of what a reader is shown first: of the calibrated range where there is one. */
        public Number least() {
            return low == null ? p10 : low;
        }

        /** The upper end of what a reader is shown first. */
        public Number most() {
            return high == null ? p90 : high;
        }
    }

    /**
     * The simulation behind a projection, from today's market on.
     *
     * @param seed with which the same paths are drawn again
     * @param samplingError standard error of a share near one half, in percentage points
     * @param calibration of the quantiles of liquid funds by what became of companies; null in editions without one
     */
    public record Sampling(
            int months,
            int paths,
            long seed,
            Number samplingError,
            Restructuring restructuring,
            Calibration.@Nullable Figure calibration) {}

    /**
     * Assumptions of the projection about a restructuring.
     *
     * @param overheadCutPercent part of the overhead that it saves
     * @param overheadCutMonths months before it does
     * @param extensionMonths months by which it puts off debt that falls due
     */
    public record Restructuring(Number overheadCutPercent, int overheadCutMonths, int extensionMonths) {}

    /**
     * The next halving of the block subsidy.
     *
     * @param month in whose course it falls, from 1
     * @param revenueUsdPerMonth what it takes at the price and network of the day
     */
    public record Halving(int month, Number revenueUsdPerMonth) {}

    /** @param arguments evidence for it, the strongest first */
    public record RunnerUp(Strategy strategy, List<EvidenceItem> arguments) {
        public RunnerUp {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * A change of one answer.
     *
     * @param id of the question
     * @param from the value now
     * @param at the value at which the recommendation changes
     * @param leadsTo the recommendation then
     * @param distancePercent from the value now; null for values that are no numbers
     * @param assumed whether the value now is assumed
     * @param by the party that can make the change; null when no party can and the value is assumed
     * @param text a clause such as “If the power price fell to USD 0.04/kWh”
     */
    public record Change(
            String id,
            Object from,
            Object at,
            Strategy leadsTo,
            @Nullable Number distancePercent,
            boolean assumed,
            @Nullable Mover by,
            String text) {}

    /**
     * A market value at which the recommendation changes, as the projection has it.
     *
     * @param capitalUsd what has to be raised within 24 months, at the market of the day, for the new recommendation, where
     *     that is more than the present one needs; 0 for nothing
     */
    public record Trigger(
            String id,
            String direction,
            Number at,
            int forMonths,
            Strategy then,
            Number capitalUsd,
            Number seenInPercent,
            @Nullable Integer earliestMonth,
            @Nullable Integer medianMonth,
            Number rearmAt,
            @Nullable Integer leadMonths) {}

    /**
     * Companies of the casebook that are nearest to the company.
     *
     * @param among number of company-dates that were compared
     */
    public record NearestCases(int among, List<PeerItem> nearest) {
        public NearestCases {
            nearest = List.copyOf(nearest);
        }
    }

    /** @param given whether the company gave the value itself, in place of the snapshot */
    public record Indicator(String id, Number value, String source, LocalDate asOf, boolean given) {}

    /**
     * The receipt that belongs to the memo.
     *
     * @param hash {@code sha256:…} of the receipt
     * @param assessment id of the saved assessment; empty for an advice that was not saved
     * @param command that verifies the memo
     */
    public record ReceiptSeal(
            String hash,
            String assessment,
            int version,
            Instant issuedAt,
            String rulebook,
            String engine,
            String command) {

        /** The day of {@link #issuedAt} in Coordinated Universal Time. */
        public LocalDate issuedOn() {
            return LocalDate.ofInstant(issuedAt, ZoneOffset.UTC);
        }
    }
}
