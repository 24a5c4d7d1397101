package org.hashwise.rulebook.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Distribution;
import org.hashwise.rulebook.files.YamlMap;
import org.hashwise.rulebook.files.YamlValue;
import org.hashwise.rulebook.model.Messages;
import org.hashwise.rulebook.model.Position;
import org.hashwise.rulebook.model.RulebookProblem.Code;

/** Reader of {@code spread:} of one question. */
final class DistributionReader {

    private static final Distribution NONE = new Distribution.None();

    private final QuestionPart asked;

    DistributionReader(QuestionPart asked) {
        this.asked = asked;
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
            if (three[0] < asked.range()[0] || three[2] > asked.range()[1]) {
                String given = Messages.word(three[0]) + " … " + Messages.word(three[2]);
                asked.error(Code.OUT_OF_RANGE, value.position(), given, asked.range()[0], asked.range()[1], asked.id());
            }
            return new Distribution.Range(three[0], three[1], three[2]);
        }
        YamlMap map = value.map().about(asked.id(), Set.of("factor", "weights", "by", "examples"));
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
        Map<String, Double> weights = new LinkedHashMap<>();
        YamlMap map = value.map();
        map.values().forEach((choice, weight) -> {
            asked.requireKnown(choice, map.position(choice));
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
        TypicalReader reader = new TypicalReader(asked);
        value.list().forEach(example -> answers.add(reader.answer(example)));
        return new Distribution.Examples(answers);
    }

    private void invalid(Position position, String key) {
        asked.error(Code.SPREAD_INVALID, position, Messages.of(key));
    }
}
