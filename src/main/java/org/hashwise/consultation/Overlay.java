package org.hashwise.consultation;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hashwise.assessment.CanonicalJson;
import org.hashwise.questionnaire.Answers;
import org.hashwise.rulebook.model.HouseView;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Overrides for one evaluation: values of thresholds, and answers that count in place of those of the company.
 *
 * @param parameters values by name of threshold, each within its declared range
 * @param answers market values included
 */
public record Overlay(SortedMap<String, Double> parameters, Answers answers) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String MARKET = "market.";

    public Overlay {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }

    /** The overlay that a house view is a name for. */
    public static Overlay of(HouseView view) {
        return new Overlay(view.parameters(), Answers.none());
    }

    static Overlay of(String parameter, double value) {
        return new Overlay(new TreeMap<>(Map.of(parameter, value)), Answers.none());
    }

    /** The answers as plain values, but for those about the market. */
    SortedMap<String, Object> plainAnswers() {
        return Plain.map(answers.only(id -> !id.startsWith(MARKET)).byId());
    }

    /** The market values. */
    SortedMap<String, Object> plainMarket() {
        return Plain.map(answers.only(id -> id.startsWith(MARKET)).byId());
    }

    /** {@code sha256:…} over its content as canonical JSON; equal for overlays with the same content. */
    public String hash() {
        ObjectNode fields = JSON.createObjectNode();
        fields.set("answers", JSON.valueToTree(plainAnswers()));
        fields.set("market", JSON.valueToTree(plainMarket()));
        fields.set("parameters", JSON.valueToTree(Plain.map(parameters)));
        return CanonicalJson.hash(fields);
    }

    /**
     * The name of the edition in an advice with this overlay: {@code sha256:…+overlay:sha256:…}.
     *
     * @param edition of the rules without it
     */
    public String edition(String edition) {
        return edition + "+overlay:" + hash();
    }
}
