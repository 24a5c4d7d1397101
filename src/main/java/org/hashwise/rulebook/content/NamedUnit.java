package org.hashwise.rulebook.content;

import java.util.List;
import java.util.regex.Pattern;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.files.Suggestion;
import org.hashwise.rulebook.files.YamlMap;
import org.hashwise.rulebook.model.RulebookProblem.Code;

/** The unit that the name of a question or threshold announces, such as {@code USD/kWh} for {@code priceUsdPerKwh}. */
final class NamedUnit {

    private record Ending(Pattern name, List<String> units) {
        Ending(String name, String... units) {
            this(Pattern.compile(name), List.of(units));
        }
    }

    /** The first that matches counts. */
    private static final List<Ending> ENDINGS = List.of(
            new Ending("UsdPerKwMonth$", "USD/kW/month"),
            new Ending("UsdPerKwh$", "USD/kWh"),
            new Ending("UsdPerMwh$", "USD/MWh"),
            new Ending("UsdPerMw$", "USD/MW"),
            new Ending("(HashpriceUsd|UsdPerPhDay)$", "USD/PH/day"),
            new Ending("(PriceUsd|PerBtcUsd|BtcCostUsd)$", "USD/BTC", "USD"),
            new Ending("BtcPerMonth$", "BTC/month"),
            new Ending("JPerTh$", "J/TH"),
            new Ending("HashrateEh$", "EH/s"),
            new Ending("Percent(Of[A-Z][A-Za-z]*)?$", "%"),
            new Ending("(?<!Per)Mw$", "MW"),
            new Ending("UsdPerMonth$", "USD", "USD/month"),
            new Ending("UsdPerYear$", "USD", "USD/year"),
            new Ending("Usd$", "USD"),
            new Ending("Months$", "months"),
            new Ending("Years$", "years"),
            new Ending("Days$", "days"));

    private NamedUnit() {}

    /** Reports a unit that contradicts the name. A name that announces none may have any. */
    static void check(String name, String unit, YamlMap map, Problems problems) {
        ENDINGS.stream()
                .filter(ending -> ending.name().matcher(name).find())
                .findFirst()
                .filter(ending -> !ending.units().contains(unit))
                .ifPresent(ending -> problems.error(
                        Code.UNIT_MISMATCH, map.position("unit"), name, Suggestion.oneOf(ending.units()), name, unit));
    }
}
