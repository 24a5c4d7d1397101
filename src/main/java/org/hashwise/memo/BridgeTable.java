package org.hashwise.memo;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.hashwise.text.PageText;
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
        String unit, List<SpanRow> rows, @Nullable BuildingRow building, boolean rent) {

    public BridgeTable {
        rows = List.copyOf(rows);
    }

    /** @param building whether the building is part of it */
    public record SpanRow(
            boolean building,
            String month,
            String events,
            String opening,
            String mining,
            String debt,
            String ownShare,
            String rent,
            String closing) {}

    /**
     * The funding of the building.
     *
     * @param key of the message that says it
     * @param gap loans and own share together
     */
    public record BuildingRow(String key, String total, String committed, String loans, String ownShare, String gap) {}

    static BridgeTable of(Memo memo, PageText texts) {
        Bridge bridge = memo.bridge();
        if (bridge == null) {
            return new BridgeTable("memo.annex.unit.one", List.of(), null, false);
        }
        Bridge.BuildingSum building = bridge.building();
        MoneyScale scale = MoneyScale.of(
                Stream.concat(
                                bridge.spans().stream().flatMap(BridgeTable::amounts),
                                Stream.ofNullable(building).map(Bridge.BuildingSum::totalUsd))
                        .flatMapToDouble(usd -> DoubleStream.of(usd.doubleValue())),
                texts);
        return new BridgeTable(
                scale.unit(),
                bridge.spans().stream().map(span -> row(span, scale, texts)).toList(),
                building == null ? null : building(building, scale),
                bridge.spans().stream().anyMatch(span -> span.rentUsd().doubleValue() != 0));
    }

    private static Stream<Number> amounts(Bridge.Span span) {
        return Stream.of(span.openingUsd(), span.miningUsd(), span.debtDueUsd(), span.ownShareUsd(), span.closingUsd());
    }

    private static SpanRow row(Bridge.Span span, MoneyScale scale, PageText texts) {
        double others = Stream.of(span.openingUsd(), span.debtDueUsd(), span.ownShareUsd(), span.rentUsd())
                .mapToDouble(scale::rounded)
                .sum();
        return new SpanRow(
                span.building(),
                texts.number(span.month()),
                span.events().stream()
                        .map(event -> texts.message("memo.bridge." + event))
                        .collect(Collectors.joining(texts.message("memo.bridge.separator"))),
                scale.of(span.openingUsd()),
                scale.of(scale.rounded(span.closingUsd()) - others),
                scale.of(span.debtDueUsd()),
                scale.of(span.ownShareUsd()),
                scale.of(span.rentUsd()),
                scale.of(span.closingUsd()));
    }

    private static BuildingRow building(Bridge.BuildingSum cost, MoneyScale scale) {
        double total = scale.rounded(cost.totalUsd());
        double loans = scale.rounded(cost.loansUsd());
        double own = scale.rounded(cost.ownShareUsd());
        return new BuildingRow(
                "memo.bridge.building" + kind(total, loans, own),
                scale.of(total),
                scale.of(total - loans - own),
                scale.of(loans),
                scale.of(own),
                scale.of(loans + own));
    }

    private static String kind(double total, double loans, double own) {
        if (loans > 0) {
            return loans + own == total ? ".open" : "";
        }
        return own > 0 ? ".own" : ".committed";
    }
}
