package org.hashwise.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hashwise.advice.Strategy;
import org.hashwise.advice.VerdictSummary;
import org.hashwise.consultation.Attribution;
import org.hashwise.consultation.Plain;
import org.jspecify.annotations.Nullable;

/**
 * The attribution of the difference between two advices, as JSON.
 *
 * @param changed whether the recommendation is another
 * @param lead what was divided up
 * @param groups everything that changed, with its share
 * @param shares the sums over answers, market and rules
 * @param sufficient ids of the groups of which one alone changes the recommendation to the later one
 */
record AttributionResponse(
        VerdictSummary from,
        VerdictSummary to,
        boolean changed,
        Lead lead,
        List<GroupItem> groups,
        Shares shares,
        List<String> sufficient) {

    /**
     * The score of one strategy minus that of another.
     *
     * @param change what the values of all groups sum to
     */
    record Lead(Strategy strategy, Strategy over, Number from, Number to, Number change) {}

    /**
     * @param kind {@code answer}, {@code section}, {@code market} or {@code rules}
     * @param value its share of the change of the lead
     * @param decision its share of the change of the recommendation, all together 1; null when there is none
     * @param alone what would be recommended if nothing else had changed
     */
    record GroupItem(
            String kind,
            String id,
            @Nullable Object from,
            @Nullable Object to,
            double value,
            @Nullable Double decision,
            VerdictSummary alone,
            boolean sufficient) {

        static GroupItem of(Attribution.Group group) {
            return new GroupItem(
                    group.kind().name().toLowerCase(Locale.ROOT),
                    group.id(),
                    shown(group.before()),
                    shown(group.after()),
                    group.value(),
                    group.decision(),
                    group.alone(),
                    group.suffices());
        }

        private static @Nullable Object shown(@Nullable Object value) {
            return value instanceof Number || value instanceof Map<?, ?> ? Plain.value(value) : value;
        }
    }

    record Shares(double answers, double market, double rules) {}

    static AttributionResponse of(Attribution attribution) {
        return new AttributionResponse(
                attribution.from(),
                attribution.to(),
                !attribution.from().equals(attribution.to()),
                new Lead(
                        attribution.strategy(),
                        attribution.over(),
                        Plain.number(attribution.leadFrom()),
                        Plain.number(attribution.leadTo()),
                        Plain.number(attribution.leadTo() - attribution.leadFrom())),
                attribution.groups().stream().map(GroupItem::of).toList(),
                new Shares(attribution.answers(), attribution.market(), attribution.rules()),
                attribution.groups().stream()
                        .filter(Attribution.Group::suffices)
                        .map(Attribution.Group::id)
                        .toList());
    }
}
