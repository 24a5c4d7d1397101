package org.hashwise.rulebook.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Distribution;
import org.hashwise.questionnaire.Kind;
import org.hashwise.questionnaire.Question;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.files.Suggestion;
import org.hashwise.rulebook.files.YamlMap;
import org.hashwise.rulebook.files.YamlValue;
import org.hashwise.rulebook.model.Messages;
import org.hashwise.rulebook.model.Position;
import org.hashwise.rulebook.model.RulebookProblem.Code;

/** Reads {@code spread:} of one question. */
final class DistributionReader {

    private static final Distribution NONE = new Distribution.None();

    private final Problems problems;
    private final String id;
    private final Kind kind;
    private final List<Question.Choice> choices;
    private final double[] range;

    DistributionReader(Problems problems, String id, Kind kind, List<Question.Choice> choices, double[] range) {
        this.problems = problems;
        this.id = id;
        this.kind = kind;
        this.choices = choices;
        this.range = range;
    }

    Distribution read(YamlMap question) {
        return question.required("spread").map(this::spread).orElse(NONE);
    }

    private Distribution spread(YamlValue value) {
        if (value.isText()) {
            if (!value.text().equals("none")) {
                invalid(value.position(), "spread.word");
            }
            return NONE;
        }
        if (!value.isMap()) {
            double[] three = three(value);
            if (three[0] < range[0] || three[2] > range[1]) {
                problems.error(
                        Code.OUT_OF_RANGE,
                        value.position(),
                        id,
                        "",
                        Messages.word(three[0]) + " … " + Messages.word(three[2]),
                        range[0],
                        range[1],
                        id);
            }
            return new Distribution.Range(three[0], three[1], three[2]);
        }
        YamlMap map = value.map().about(id, java.util.Set.of("factor", "weights", "by", "examples"));
        if (map.get("factor").isPresent()) {
            double[] three = three(map.get("factor").get());
            return new Distribution.Factor(three[0], three[1], three[2]);
        }
        if (map.get("weights").isPresent()) {
            YamlValue weights = map.get("weights").get();
            return map.get("by").isPresent() ? conditional(map.text("by"), weights.map()) : weights(weights);
        }
        return map.get("examples").map(this::examples).orElse(NONE);
    }

    private double[] three(YamlValue value) {
        List<YamlValue> values = value.list();
        double[] three = new double[3];
        for (int i = 0; i < Math.min(3, values.size()); i++) {
            three[i] = values.get(i).number().orElse(0);
        }
        if (values.size() != 3 || three[0] > three[1] || three[1] > three[2]) {
            invalid(value.position(), "spread.three");
        }
        return three;
    }

    // Which answers the other question takes is checked when all questions are known.
    private Distribution conditional(String on, YamlMap weights) {
        Map<String, Distribution.Weights> byAnswer = new LinkedHashMap<>();
        weights.values().forEach((answer, given) -> byAnswer.put(answer, weights(given)));
        return new Distribution.Conditional(on, byAnswer);
    }

    private Distribution.Weights weights(YamlValue value) {
        List<String> known = kind == Kind.YESNO
                ? List.of("yes", "no")
                : choices.stream().map(Question.Choice::value).toList();
        Map<String, Double> weights = new LinkedHashMap<>();
        YamlMap map = value.map();
        map.values().forEach((choice, weight) -> {
            if (!known.contains(choice)) {
                problems.error(
                        Code.UNKNOWN_CHOICE, map.position(choice), id, Suggestion.near(choice, known), choice, id);
            }
            weights.put(choice, weight.number().orElse(0));
        });
        double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        if (Math.abs(sum - 1) > 1e-6) {
            invalid(value.position(), "spread.weights");
        }
        return new Distribution.Weights(weights);
    }

    private Distribution examples(YamlValue value) {
        List<Answer> answers = new ArrayList<>();
        TypicalReader reader = new TypicalReader(problems, id, kind, choices, range);
        value.list().forEach(example -> answers.add(reader.answer(example)));
        return new Distribution.Examples(answers);
    }

    private void invalid(Position position, String key) {
        problems.error(Code.SPREAD_INVALID, position, id, "", Messages.of(key));
    }
}
