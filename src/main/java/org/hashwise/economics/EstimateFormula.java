package org.hashwise.economics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The formulas behind typical values, with the arguments that each of them takes. */
enum EstimateFormula {
    /** {@code of} × {@code times}. */
    SCALED(Set.of("times"), Set.of("of"), Set.of(), Set.of()),

    /** {@code of} × {@code times}, but all of it up to {@code whole}: a small total is not divided. */
    LARGEST_PART(Set.of("times", "whole"), Set.of("of"), Set.of(), Set.of()),

    /** MW that the fleet draws at the wall. */
    FLEET_POWER(Set.of(), Set.of(), Set.of(), Set.of(Input.HASHRATE, Input.EFFICIENCY, Input.SITE_OVERHEAD)),

    /**
     * EH/s that the energised power carries when the company stated it, else {@code otherwise}. An assumed power is not
     * read: it may itself be estimated from the hashrate. It is therefore not among the questions that this formula
     * reads.
     */
    FLEET_FROM_POWER(Set.of("otherwise"), Set.of(), Set.of(), Set.of(Input.EFFICIENCY, Input.SITE_OVERHEAD)),

    /** {@code of} × the factor of the chosen value. */
    CHOSEN(Set.of(), Set.of("choice", "of"), Set.of("times"), Set.of()),

    /** The entry for a pair of choices; {@code *} stands for every value that has no entry of its own. */
    TABLE(Set.of(), Set.of("first", "second"), Set.of("values"), Set.of()),

    /**
     * USD: coins at market value × {@code coinMultiple} + energised MW × {@code usdPerMw}; 0 for an unlisted company.
     */
    MARKET_VALUE(
            Set.of("coinMultiple", "usdPerMw"),
            Set.of(),
            Set.of(),
            Set.of(Input.LISTED, Input.BTC_HELD, Input.BTC_PRICE, Input.ENERGIZED_MW)),

    /** {@code of} × {@code times}, at least {@code listed} for a listed company and {@code unlisted} for another. */
    SCALED_AT_LEAST(Set.of("times", "listed", "unlisted"), Set.of("of"), Set.of(), Set.of(Input.LISTED)),

    /** USD/kWh: the pending taxes of all places on the power drawn there over a year, weighted by that power. */
    PENDING_TAX(Set.of(), Set.of(), Set.of(), Set.of(Input.JURISDICTIONS, Input.ENERGIZED_MW)),

    /** The choice {@code zero} when {@code of} is 0, else the choice {@code more}. */
    ZERO_OR_MORE(Set.of(), Set.of("of"), Set.of(), Set.of());

    /** The roles of the two choices of {@link #ZERO_OR_MORE}. */
    private static final List<String> ZERO_AND_MORE = List.of("zero", "more");

    /** Stands for every value in the keys of a table. */
    static final String ANY = "*";

    private static final Map<String, EstimateFormula> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EstimateFormula::id, formula -> formula));

    private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final Set<String> numbers;
    private final Set<String> ids;
    private final Set<String> tables;
    private final Set<Input> inputs;

    EstimateFormula(Set<String> numbers, Set<String> ids, Set<String> tables, Set<Input> inputs) {
        this.numbers = numbers;
        this.ids = ids;
        this.tables = tables;
        this.inputs = inputs;
    }

    static Optional<EstimateFormula> ofId(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    static Set<String> allIds() {
        return new TreeSet<>(BY_ID.keySet());
    }

    /** The name in the rulebook. */
    String id() {
        return id;
    }

    /** Names of the coefficients. */
    Set<String> numbers() {
        return numbers;
    }

    /** Roles of the questions that the rulebook chooses. */
    Set<String> ids() {
        return ids;
    }

    Set<String> tables() {
        return tables;
    }

    /** Roles of the choices that the rulebook names; the formula then gives a choice and not a number. */
    List<String> choices() {
        return this == ZERO_OR_MORE ? ZERO_AND_MORE : List.of();
    }

    /** The questions that the formula reads whatever its arguments are. */
    Set<Input> inputs() {
        return inputs;
    }

    /** The keys under which the entry of a pair may stand, the most specific first. */
    static List<String> keys(String first, String second) {
        return List.of(first + "," + second, first + "," + ANY, ANY + "," + second, ANY + "," + ANY);
    }
}
