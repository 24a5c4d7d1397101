package org.hashwise.memo;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a {@link Bridge}, in the same unit and with the same decimals. What is shown adds up: operations take the
 * difference that rounding leaves.
 *
 * @param unit key of the message that names the unit
 * @param building the parts of the cost of the building; null without one
 * @param rent whether any row has rent
 */
public record BridgeTable(
        String unit, List<Row> rows, @Nullable Building building, boolean rent) {

    public BridgeTable {
        rows = List.copyOf(rows);
    }

    /** @param building whether the building is part of it */
    public record Row(
            boolean building,
            String month,
            String events,
            String opening,
            String mining,
            String debt,
            String ownShare,
            String rent,
            String closing) {}

    /** @param gap loans and own share together */
    public record Building(String total, String committed, String loans, String ownShare, String gap) {}

    static BridgeTable of(Memo memo, MemoText words) {
        Bridge bridge = memo.bridge();
        if (bridge == null) {
            return new BridgeTable("memo.annex.unit.one", List.of(), null, false);
        }
        Bridge.Building building = bridge.building();
        MoneyScale scale = MoneyScale.of(
                Stream.concat(
                                bridge.spans().stream().flatMap(BridgeTable::amounts),
                                Stream.ofNullable(building).map(Bridge.Building::totalUsd))
                        .flatMapToDouble(usd -> DoubleStream.of(usd.doubleValue())),
                words);
        return new BridgeTable(
                scale.unit(),
                bridge.spans().stream().map(span -> row(span, scale, words)).toList(),
                building == null ? null : building(building, scale),
                bridge.spans().stream().anyMatch(span -> span.rentUsd().doubleValue() != 0));
    }

    private static Stream<Number> amounts(Bridge.Span span) {
        return Stream.of(span.openingUsd(), span.miningUsd(), span.debtDueUsd(), span.ownShareUsd(), span.closingUsd());
    }

    private static Row row(Bridge.Span span, MoneyScale scale, MemoText words) {
        double others = Stream.of(span.openingUsd(), span.debtDueUsd(), span.ownShareUsd(), span.rentUsd())
                .mapToDouble(scale::rounded)
                .sum();
        return new Row(
                span.building(),
                words.number(span.month()),
                span.events().stream()
                        .map(event -> words.message("memo.bridge." + event))
                        .collect(Collectors.joining(words.message("memo.bridge.separator"))),
                shown(span.openingUsd(), scale),
                shown(scale.rounded(span.closingUsd()) - others, scale),
                shown(span.debtDueUsd(), scale),
                shown(span.ownShareUsd(), scale),
                shown(span.rentUsd(), scale),
                shown(span.closingUsd(), scale));
    }

    private static String shown(Number usd, MoneyScale scale) {
        return scale.of(scale.rounded(usd));
    }

    private static Building building(Bridge.Building cost, MoneyScale scale) {
        double total = scale.rounded(cost.totalUsd());
        double loans = scale.rounded(cost.loansUsd());
        double own = scale.rounded(cost.ownShareUsd());
        return new Building(
                scale.of(total), scale.of(total - loans - own), scale.of(loans), scale.of(own), scale.of(loans + own));
    }
}
