package org.hashwise.economics;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** The regulation table by code. Grades are looked up once per code and then remembered. Thread-safe. */
public final class Jurisdictions {

    /** The question for the places of a company and the capacity in each. */
    public static final String QUESTION = "regulation.jurisdictions";

    private static final int MOST_REMEMBERED = 2_000;

    private final Function<String, Optional<JurisdictionGrade>> table;
    private final Supplier<List<JurisdictionGrade>> rows;
    private final Map<String, Optional<JurisdictionGrade>> remembered = new ConcurrentHashMap<>();

    /**
     * @param table the row of its own that a code has
     * @param rows every row of the table, in its order
     */
    public Jurisdictions(Function<String, Optional<JurisdictionGrade>> table, Supplier<List<JurisdictionGrade>> rows) {
        this.table = table;
        this.rows = rows;
    }

    /** The row for a code, or for the country of a state that has no row of its own; empty when neither is graded. */
    public Optional<JurisdictionGrade> grade(String code) {
        Optional<JurisdictionGrade> known = remembered.get(code);
        if (known == null) {
            int hyphen = code.indexOf('-');
            known = table.apply(code).or(() -> hyphen < 0 ? Optional.empty() : grade(code.substring(0, hyphen)));
            // Codes without a row are cached too, or every sample of a company would look them up again; but only so
            // many, as requests may contain any number of invented codes.
            if (known.isPresent() || remembered.size() < MOST_REMEMBERED) {
                remembered.put(code, known);
            }
        }
        return known;
    }

    /** Every row of the table, in its order. */
    public List<JurisdictionGrade> rows() {
        return rows.get();
    }
}
