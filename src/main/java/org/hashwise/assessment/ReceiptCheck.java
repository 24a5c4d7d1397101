package org.hashwise.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.hashwise.questionnaire.Excerpt;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Problem;
import org.hashwise.questionnaire.Problem.Code;
import tools.jackson.databind.JsonNode;

/** Structural validation of a receipt: that every field is there and of its kind. */
final class ReceiptCheck {

    private static final int LONGEST_ECHO = 200;

    private final String name;
    private final List<Problem> problems = new ArrayList<>();

    /** @param name its key; empty when it has none */
    ReceiptCheck(String name) {
        this.name = name;
    }

    /** @throws ReceiptUnreadable naming everything that is missing or wrong */
    void check(JsonNode receipt) {
        if (receipt.isMissingNode()) {
            missing(name);
        } else if (!receipt.isObject()) {
            problem("", receipt, Code.WRONG_TYPE, List.of());
        } else {
            fields(receipt);
        }
        if (problems.isEmpty() && !CanonicalJson.isFinite(receipt)) {
            problem("", receipt, Code.NOT_A_NUMBER, List.of(""));
        }
        if (problems.isEmpty() && CanonicalJson.hasLoneSurrogate(receipt)) {
            problem("", receipt, Code.CONTROL_CHARACTERS, List.of());
        }
        if (!problems.isEmpty()) {
            throw new ReceiptUnreadable(problems);
        }
    }

    private void fields(JsonNode receipt) {
        require(receipt, "", "format", ReceiptCheck::isWhole, Code.NOT_A_WHOLE_NUMBER);
        if (isWhole(receipt.path("format")) && receipt.path("format").asInt() != Receipt.FORMAT) {
            problem("format", receipt.path("format"), Code.UNKNOWN_CHOICE, List.of(List.of(Receipt.FORMAT)));
        }
        require(receipt, "", "version", ReceiptCheck::isWhole, Code.NOT_A_WHOLE_NUMBER);
        for (String field : List.of("assessment", "company", "rulebook", "hash")) {
            require(receipt, "", field, JsonNode::isString, Code.WRONG_TYPE);
        }
        require(receipt, "", "issuedAt", is(ReceiptFields::isMoment), Code.NOT_A_DATE);
        require(receipt, "", "asOf", is(ReceiptFields::isDay), Code.NOT_A_DATE);
        require(receipt, "", "language", is(code -> Language.ofCode(code).isPresent()), Code.WRONG_TYPE);
        require(receipt, "", "previous", value -> value.isString() || value.isNull(), Code.WRONG_TYPE);
        for (String field : List.of("answers", "assumptions", "advice", "market", "engine")) {
            require(receipt, "", field, JsonNode::isObject, Code.WRONG_TYPE);
        }
        if (receipt.path("engine").isObject()) {
            require(receipt.path("engine"), "engine.", "version", JsonNode::isString, Code.WRONG_TYPE);
        }
        if (receipt.path("market").isObject()) {
            market(receipt.path("market"));
        }
    }

    // 1.0 is the same number of JSON as 1, and has the same hash.
    private static boolean isWhole(JsonNode value) {
        return value.canConvertToExactIntegral() && value.canConvertToInt();
    }

    private void market(JsonNode market) {
        require(market, "market.", "asOf", is(ReceiptFields::isDay), Code.NOT_A_DATE);
        require(market, "market.", "indicators", JsonNode::isObject, Code.WRONG_TYPE);
        market.path("indicators").forEachEntry((id, indicator) -> {
            String prefix = "market.indicators." + id + ".";
            require(indicator, prefix, "value", JsonNode::isNumber, Code.WRONG_TYPE);
            require(indicator, prefix, "source", JsonNode::isString, Code.WRONG_TYPE);
        });
    }

    private static Predicate<JsonNode> is(Predicate<String> text) {
        return value -> value.isString() && text.test(value.asString());
    }

    private void require(JsonNode object, String prefix, String field, Predicate<JsonNode> right, Code code) {
        JsonNode value = object.get(field);
        if (value == null) {
            missing(place(prefix + field));
        } else if (!right.test(value)) {
            problem(prefix + field, value, code, List.of());
        }
    }

    private void missing(String place) {
        problems.add(new Problem(place, null, Code.MISSING, List.of(place), ""));
    }

    private String place(String field) {
        return name.isEmpty() || field.isEmpty() ? name + field : name + "." + field;
    }

    private void problem(String id, JsonNode value, Code code, List<Object> arguments) {
        String shown = value.isString() ? value.asString() : value.toString();
        String echo = Excerpt.of(shown, LONGEST_ECHO);
        problems.add(new Problem(id.isEmpty() && name.isEmpty() ? "receipt" : place(id), echo, code, arguments, ""));
    }
}
