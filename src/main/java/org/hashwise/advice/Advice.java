package org.hashwise.advice;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.hashwise.economics.HalvingEffect;
import org.hashwise.economics.JurisdictionGrade;
import org.hashwise.economics.LiquidityCalendar;
import org.hashwise.questionnaire.Language;
import org.jspecify.annotations.Nullable;

/**
 * The complete advice to one company, in one language. Pages, JSON, memo and stored record all show this object.
 *
 * @param ranking all four strategies, best first
 * @param evidence strongest first
 * @param metrics every metric by id
 * @param calendar liquid funds month by month; null when the edition does not ask when debt falls due
 * @param doubts about the answers, in the order of the rules; null when the edition has no rules that doubt answers
 * @param marketAsOf date of the market snapshot
 * @param marketOverridden ids of market values that the company gave itself
 * @param edition fingerprint of the rulebook, {@code sha256:…}
 */
public record Advice(
        Language language,
        Recommendation recommendation,
        List<RankedStrategy> ranking,
        List<Evidence> evidence,
        List<Gate> gates,
        List<Point> plan,
        List<Point> risks,
        List<Assumption> assumptions,
        SortedMap<String, Double> metrics,
        @Nullable Calendar calendar,
        List<GradedPlace> places,
        List<Warning> warnings,
        @Nullable List<Doubt> doubts,
        String edition,
        LocalDate marketAsOf,
        List<String> marketOverridden) {

    public Advice {
        doubts = doubts == null ? null : List.copyOf(doubts);
    }

    /** The evidence for or against a strategy, strongest first. */
    public List<Evidence> evidence(Strategy strategy, Evidence.Direction direction) {
        return evidence.stream()
                .filter(each -> each.strategy() == strategy && each.direction() == direction)
                .toList();
    }

    /** The gates that block a strategy. */
    public List<Gate> gates(Strategy strategy) {
        return gates.stream().filter(gate -> gate.blocks() == strategy).toList();
    }

    /** The score of a strategy, in points; 0 for one that the ranking does not have. */
    public double score(Strategy strategy) {
        return RankedStrategy.find(ranking, strategy).map(RankedStrategy::score).orElse(0.0);
    }

    /**
     * The other strategy with the most points that no gate blocks, restructuring included; empty when there is none, and when
     * restructuring is recommended, which is not chosen by points.
     */
    public Optional<RankedStrategy> runnerUp() {
        Strategy chosen = recommendation.strategy();
        return ranking.stream()
                .filter(standing -> standing.viable() && chosen != Strategy.RESTRUCTURE)
                .filter(standing -> standing.strategy() != chosen)
                .max(Comparator.comparingDouble(RankedStrategy::score));
    }

    /**
     * One jurisdiction of the company with its share of capacity.
     *
     * @param code as the company gave it
     * @param grade its row of the regulation table, or that of its country
     */
    public record GradedPlace(String code, double sharePercent, JurisdictionGrade grade) {}

    /**
     * The halving that the liquidity calendar leaves out; empty when none falls into its months.
     *
     * @param situation of the company that is advised
     */
    public Optional<HalvingEffect> halving(Situation situation) {
        return Optional.ofNullable(calendar)
                .flatMap(months -> HalvingEffect.within(
                        situation,
                        situation.jurisdictions(),
                        situation.asOf(),
                        months.market().size() - 1));
    }

    /**
     * The liquidity calendar from today to the horizon of the board.
     *
     * @param building whether the own share and the rent of the building for an AI tenant are part of it: when the lease
     *     is signed, and when hosting is recommended
     * @param market in the market of the day
     * @param stress if a coin lost 30 % and the network 10 %
     */
    public record Calendar(
            boolean building, List<LiquidityCalendar.Month> market, List<LiquidityCalendar.Month> stress) {
        public Calendar {
            market = List.copyOf(market);
            stress = List.copyOf(stress);
        }
    }
}
