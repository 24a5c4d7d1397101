package org.hashwise.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hashwise.advice.RankedStrategy;
import org.hashwise.advice.Strategy;
import org.hashwise.analysis.Flip;
import org.hashwise.consultation.Plain;
import org.hashwise.consultation.ViewPanel;
import org.hashwise.screening.ScreeningSummary.Blocker;
import org.hashwise.screening.ScreeningSummary.FlipDistances;
import org.hashwise.screening.ScreeningSummary.NearCompany;
import org.jspecify.annotations.Nullable;

/** Collector of the statistics of outcomes, in memory that does not grow with their number. Used by one thread. */
final class StatisticsCollector {

    private static final int MOST_BLOCKERS = 10;
    private static final int MOST_NEAR = 10;
    private static final double NEAR_PERCENT = 5;

    /** Distances are counted in hundredths of a percent, as they are shown; those beyond the last bin are as good as out of reach. */
    private static final int BINS_PER_PERCENT = 100;

    private static final int BINS = 1_000 * BINS_PER_PERCENT;

    private final Map<Strategy, Long> byStrategy = new EnumMap<>(Strategy.class);
    private final Map<String, Map<Strategy, Long>> blockers = new TreeMap<>();
    private final Map<Strategy, Long> overlaid = new EnumMap<>(Strategy.class);
    private final Map<String, Long> dissents = new TreeMap<>();
    private final List<NearCompany> nearest = new ArrayList<>();
    private final int[] distances = new int[BINS + 1];
    private boolean flips;
    private long within5Percent;
    private long withDistance;
    private long rows;
    private long advised;
    private long overlayFlips;

    StatisticsCollector() {
        for (Strategy strategy : Strategy.values()) {
            byStrategy.put(strategy, 0L);
            overlaid.put(strategy, 0L);
        }
    }

    long rows() {
        return rows;
    }

    long advised() {
        return advised;
    }

    void add(Outcome outcome) {
        rows++;
        Outcome.Advised company = outcome.advised();
        if (company == null) {
            return;
        }
        advised++;
        byStrategy.merge(company.verdict().strategy(), 1L, Long::sum);
        addAlternatives(company);
        for (RankedStrategy ranked : company.verdict().ranking()) {
            ranked.blockers()
                    .forEach(rule -> blockers.computeIfAbsent(rule, first -> new EnumMap<>(Strategy.class))
                            .merge(ranked.strategy(), 1L, Long::sum));
        }
        flips |= company.flips();
        Flip flip = company.nearestFlip();
        if (flip != null && flip.distancePercent() != null) {
            add(outcome, flip.distancePercent());
        }
    }

    private void addAlternatives(Outcome.Advised company) {
        Outcome.Overlaid overlay = company.overlaid();
        if (overlay != null) {
            overlaid.merge(overlay.verdict().strategy(), 1L, Long::sum);
            overlayFlips += overlay.flips() ? 1 : 0;
        }
        List<ViewPanel.Opinion> opinions = company.opinions();
        if (opinions != null) {
            opinions.stream()
                    .filter(opinion -> !opinion.agrees())
                    .forEach(opinion -> dissents.merge(opinion.view().id(), 1L, Long::sum));
        }
    }

    /** The effects of an overlay with this hash and edition. */
    ScreeningSummary.OverlaySummary overlay(String hash, String edition) {
        return new ScreeningSummary.OverlaySummary(hash, edition, overlayFlips, new EnumMap<>(overlaid));
    }

    /** The agreement of a house view with this id and edition. */
    ScreeningSummary.ViewSummary view(String id, String edition) {
        long against = dissents.getOrDefault(id, 0L);
        return new ScreeningSummary.ViewSummary(id, edition, advised - against, against);
    }

    private void add(Outcome outcome, double percent) {
        withDistance++;
        within5Percent += percent <= NEAR_PERCENT ? 1 : 0;
        distances[(int) Math.min(Math.round(percent * BINS_PER_PERCENT), BINS)]++;
        if (nearest.size() == MOST_NEAR && nearest.get(MOST_NEAR - 1).distancePercent() <= percent) {
            return;
        }
        nearest.add(new NearCompany(outcome.line(), outcome.id(), Plain.rounded(percent, 2)));
        nearest.sort(Comparator.comparingDouble(NearCompany::distancePercent).thenComparingLong(NearCompany::line));
        if (nearest.size() > MOST_NEAR) {
            nearest.remove(MOST_NEAR);
        }
    }

    ScreeningSummary.Statistics result() {
        List<Blocker> most = blockers.entrySet().stream()
                .flatMap(rule -> rule.getValue().entrySet().stream()
                        .map(each -> new Blocker(rule.getKey(), each.getKey(), each.getValue())))
                .sorted(Comparator.comparingLong(Blocker::companies).reversed().thenComparing(Blocker::rule))
                .limit(MOST_BLOCKERS)
                .toList();
        FlipDistances reach = flips
                ? new FlipDistances(
                        withDistance, within5Percent, percentile(0.1), percentile(0.5), List.copyOf(nearest))
                : null;
        return new ScreeningSummary.Statistics(new EnumMap<>(byStrategy), reach, most);
    }

    private @Nullable Double percentile(double share) {
        long wanted = (long) Math.ceil(withDistance * share);
        long counted = 0;
        for (int bin = 0; bin < distances.length && withDistance > 0; bin++) {
            counted += distances[bin];
            if (counted >= wanted) {
                return (double) bin / BINS_PER_PERCENT;
            }
        }
        return null;
    }
}
