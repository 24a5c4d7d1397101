package org.hashwise.assessment;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writer and reader of answers as canonical JSON. The kind of a value says what kind of answer it is, so no questionnaire is
 * needed.
 */
public final class AnswersJson {

    private static final JsonMapper JSON = new JsonMapper();

    private AnswersJson() {}

    public static String write(Answers answers) {
        return CanonicalJson.of(node(answers));
    }

    static ObjectNode node(Answers answers) {
        return JSON.valueToTree(answers.toPlain());
    }

    static Answers read(String json) {
        return read(JSON.readTree(json));
    }

    /** @throws IllegalArgumentException when a value cannot be an answer */
    public static Answers read(JsonNode object) {
        TreeMap<String, Answer> answers = new TreeMap<>();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            answers.put(field.getKey(), answer(field.getValue()));
        }
        return new Answers(answers);
    }

    private static Answer answer(JsonNode value) {
        if (value.isNumber()) {
            return new Answer.Number(value.doubleValue());
        }
        if (value.isBoolean()) {
            return new Answer.YesNo(value.booleanValue());
        }
        if (value.isString()) {
            return new Answer.Choice(value.stringValue());
        }
        SortedMap<String, Double> shares = new TreeMap<>();
        for (Map.Entry<String, JsonNode> share : value.properties()) {
            if (!share.getValue().isNumber()) {
                throw new IllegalArgumentException("not a share");
            }
            shares.put(share.getKey(), share.getValue().doubleValue());
        }
        if (!value.isObject()) {
            throw new IllegalArgumentException("not an answer");
        }
        return new Answer.Shares(shares);
    }
}
