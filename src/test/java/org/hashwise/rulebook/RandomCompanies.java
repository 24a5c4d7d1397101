package org.hashwise.rulebook;

import java.util.stream.Stream;
import org.hashwise.advice.Situation;
import org.hashwise.economics.Jurisdictions;
import org.hashwise.rulebook.language.RulebookContents;
import org.hashwise.rulebook.testing.BoundaryCompanies;

/** Companies whose numbers lie on thresholds, on the day of the tests. */
public final class RandomCompanies {

    private RandomCompanies() {}

    /** The same companies every time. */
    public static Stream<Situation> of(RulebookContents contents, Jurisdictions jurisdictions, int number) {
        return BoundaryCompanies.of(contents, jurisdictions, SmallRules.MARKET_DAY, number);
    }
}
