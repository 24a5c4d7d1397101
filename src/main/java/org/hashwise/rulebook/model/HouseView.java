package org.hashwise.rulebook.model;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hashwise.questionnaire.Text;

/**
 * A named overlay of the rules: the thresholds as a certain kind of reader, such as a lender, would set them.
 *
 * @param id as in the name of its file
 * @param title whose view it is, as a heading
 * @param overrides in the order of the file, which is the order in which they are tried alone
 * @param file relative to the rulebook
 */
public record HouseView(String id, Text title, Text description, List<Setting> overrides, String file, int line) {

    public HouseView {
        overrides = List.copyOf(overrides);
    }

    /**
     * Another value of one threshold.
     *
     * @param parameter name of the threshold
     * @param value in the unit of the threshold
     * @param source a publication with its date, or the word that it is a judgement and why
     */
    public record Setting(String parameter, double value, Text source) {}

    /** The values of the view by name of threshold. */
    public SortedMap<String, Double> parameters() {
        SortedMap<String, Double> values = new TreeMap<>();
        overrides.forEach(override -> values.put(override.parameter(), override.value()));
        return values;
    }
}
