package org.hashwise.screening;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hashwise.advice.Strategy;
import org.jspecify.annotations.Nullable;

/**
 * The summary of a screening that came to its end.
 *
 * @param rows that were sent, without empty ones
 * @param seconds that it took
 * @param edition the fingerprint of the rulebook, {@code sha256:…}
 * @param market the day of the market values for rows that name no day
 * @param overlay null when no overlay was asked for
 * @param views null when no house views were asked for
 */
public record ScreeningSummary(
        long rows,
        long advised,
        long refused,
        double seconds,
        String edition,
        LocalDate market,
        Statistics statistics,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable OverlaySummary overlay,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ViewSummary> views) {

    /**
     * The effects of the overlay.
     *
     * @param edition what is shown as the edition of advice with it, {@code sha256:…+overlay:sha256:…}
     * @param flips number of companies to which another strategy is recommended with it
     * @param byStrategy number of companies by strategy recommended with it, all four strategies in order
     */
    public record OverlaySummary(String hash, String edition, long flips, Map<Strategy, Long> byStrategy) {}

    /** Number of companies for which a house view agrees with the edition, and for which it does not. */
    public record ViewSummary(String view, String edition, long agrees, long dissents) {}

    /**
     * Figures about the advised companies.
     *
     * @param byStrategy number of companies by recommended strategy, all four strategies in order
     * @param flips null when flips were not looked for
     * @param blockers the rules whose gates block most companies, with their numbers, most first
     */
    public record Statistics(
            Map<Strategy, Long> byStrategy, @Nullable FlipDistances flips, List<Blocker> blockers) {}

    /**
     * Distances of companies to another recommendation, by the nearest change of one value alone.
     *
     * @param companies for which there is such a distance in percent
     * @param within5Percent companies that are at most 5 percent away
     * @param p10Percent distance that a tenth of the companies do not exceed; null without companies
     * @param p50Percent the median distance
     */
    public record FlipDistances(
            long companies,
            long within5Percent,
            @Nullable Double p10Percent,
            @Nullable Double p50Percent,
            List<NearCompany> nearest) {}

    /** A company near another recommendation. */
    public record NearCompany(long line, @Nullable Object id, double distancePercent) {}

    /** @param rule id of a rule with a gate */
    public record Blocker(String rule, Strategy blocks, long companies) {}
}
