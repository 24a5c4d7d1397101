package org.hashwise.rulebook.content;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hashwise.economics.Estimates;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Typical;
import org.hashwise.rulebook.files.Suggestion;
import org.hashwise.rulebook.files.YamlMap;
import org.hashwise.rulebook.files.YamlValue;
import org.hashwise.rulebook.model.RulebookProblem.Code;

/** Reader of {@code typical:} of one question. */
final class TypicalReader {

    private final QuestionPart asked;

    TypicalReader(QuestionPart asked) {
        this.asked = asked;
    }

    Typical read(YamlMap question) {
        return question.required("typical").map(this::typical).orElse(new Typical.Computed());
    }

    private Typical typical(YamlValue value) {
        if (value.isMap()) {
            YamlMap map = value.map();
            return map.get("estimate").isPresent() ? estimate(map) : new Typical.Fixed(answer(value));
        }
        if (asked.kind().isNumeric() && value.isText() && !value.isNumber()) {
            String word = value.text();
            return switch (word) {
                case "market" -> new Typical.FromMarket();
                case "computed" -> new Typical.Computed();
                default -> {
                    asked.problems()
                            .error(
                                    Code.UNKNOWN_VALUE,
                                    value.position(),
                                    asked.id(),
                                    Suggestion.near(word, List.of("market", "computed")),
                                    word);
                    yield new Typical.Fixed(new Answer.Number(0));
                }
            };
        }
        return new Typical.Fixed(answer(value));
    }

    /** A value of the question's kind; a harmless one, with a problem, when it is something else. */
    Answer answer(YamlValue value) {
        return switch (asked.kind()) {
            case YESNO -> new Answer.YesNo(value.yesNo().orElse(false));
            case CHOICE -> choice(value);
            case SHARES -> shares(value);
            default -> number(value);
        };
    }

    private Answer number(YamlValue value) {
        double number = value.number().orElse(asked.range()[0]);
        if (number < asked.range()[0] || number > asked.range()[1]) {
            asked.error(Code.OUT_OF_RANGE, value.position(), number, asked.range()[0], asked.range()[1], asked.id());
        }
        return new Answer.Number(number);
    }

    private Answer choice(YamlValue value) {
        asked.requireKnown(value.text(), value.position());
        return new Answer.Choice(value.text());
    }

    private Answer shares(YamlValue value) {
        YamlMap map = value.map();
        YamlMap inner = map.get("shares").map(YamlValue::map).orElse(map);
        TreeMap<String, Double> shares = new TreeMap<>();
        inner.values().forEach((code, share) -> shares.put(code, share.number().orElse(0)));
        double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        if (Math.abs(sum - 100) > 0.1) {
            asked.error(Code.SHARES_NOT_100, value.position(), sum);
        }
        return new Answer.Shares(shares);
    }

    private Typical estimate(YamlMap map) {
        String formula = map.text("estimate");
        Map<String, Double> numbers = new LinkedHashMap<>();
        Map<String, String> ids = new LinkedHashMap<>();
        Map<String, Map<String, Double>> tables = new LinkedHashMap<>();
        map.values().forEach((key, value) -> {
            if (key.equals("estimate")) {
                return;
            } else if (value.isMap()) {
                Map<String, Double> table = new LinkedHashMap<>();
                value.map()
                        .values()
                        .forEach((choice, number) ->
                                table.put(choice, number.number().orElse(0)));
                tables.put(key, table);
            } else if (value.isNumber()) {
                numbers.put(key, value.number().orElse(0));
            } else {
                ids.put(key, value.text());
            }
        });
        Typical.Estimated estimate = new Typical.Estimated(formula, numbers, ids, tables);
        if (!Estimates.names().contains(formula)) {
            asked.problems()
                    .error(
                            Code.UNKNOWN_ESTIMATE,
                            map.position("estimate"),
                            asked.id(),
                            Suggestion.near(formula, Estimates.names()),
                            formula);
            return asked.kind().isNumeric() ? new Typical.Fixed(new Answer.Number(0)) : new Typical.Computed();
        }
        return estimate;
    }
}
