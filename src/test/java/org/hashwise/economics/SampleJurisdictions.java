package org.hashwise.economics;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hashwise.economics.JurisdictionGrade.Grade;
import org.hashwise.economics.JurisdictionGrade.Tax;
import org.hashwise.economics.JurisdictionGrade.Tier;
import org.hashwise.questionnaire.Text;

/** A small regulation table for tests. */
final class SampleJurisdictions {

    /** New York Senate Bill S8518 (2025-10-01): 2, 3, 4 and 5 cents per kWh above 2.25, 5, 10 and 20 GWh a year. */
    static final Tax NEW_YORK_TAX = new Tax(List.of(
            new Tier(0, 0),
            new Tier(2_250_000, 0.02),
            new Tier(5_000_000, 0.03),
            new Tier(10_000_000, 0.04),
            new Tier(20_000_000, 0.05)));

    static final Tax FLAT_TAX = new Tax(List.of(new Tier(0, 0.01)));

    private static final Map<String, JurisdictionGrade> ROWS = Map.of(
            "US-TX", place("US-TX", Grade.LOW, Grade.MODERATE, Tax.none()),
            "US-NY", place("US-NY", Grade.HIGH, Grade.HIGH, NEW_YORK_TAX),
            "NO", place("NO", Grade.HIGH, Grade.LOW, FLAT_TAX),
            "CA-BC", place("CA-BC", Grade.PROHIBITIVE, Grade.HIGH, Tax.none()),
            "IR", place("IR", Grade.PROHIBITIVE, Grade.PROHIBITIVE, Tax.none()),
            "KG", place("KG", Grade.HIGH, Grade.UNKNOWN, Tax.none()));

    static final Jurisdictions TABLE = new Jurisdictions(code -> Optional.ofNullable(ROWS.get(code)), List::of);

    private SampleJurisdictions() {}

    private static JurisdictionGrade place(String code, Grade mining, Grade ai, Tax tax) {
        Text none = Text.same("");
        return new JurisdictionGrade(code, Text.same(code), mining, mining, ai, tax, none, none, "", 1);
    }
}
