package org.hashwise.rulebook.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.hashwise.advice.Situation;
import org.hashwise.economics.Metric;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.rulebook.language.FactSchema;
import org.jspecify.annotations.Nullable;

/** How the fields of the facts about a company are read from its situation; found once, not with every evaluation. */
final class CompanyFields {

    private final Map<String, Map<String, Function<Situation, Object>>> readersByType = new HashMap<>();

    CompanyFields(FactSchema vocabulary, Questionnaire questionnaire) {
        for (String type : vocabulary.facts()) {
            if (FactSchema.isCompany(type)) {
                Map<String, Function<Situation, Object>> readers = new HashMap<>();
                vocabulary.fields(type).forEach((name, field) -> readers.put(name, reader(field.id(), questionnaire)));
                readersByType.put(type, readers);
            }
        }
    }

    private static Function<Situation, Object> reader(String id, Questionnaire questionnaire) {
        Metric metric = Metric.ofId(id).orElse(null);
        if (metric != null) {
            return situation -> situation.metric(metric);
        }
        int position = questionnaire.position(id);
        return situation -> value(id, situation.valueAt(position));
    }

    private static Object value(String id, @Nullable Answer answer) {
        if (answer instanceof Answer.Number number) {
            return number.value();
        } else if (answer instanceof Answer.YesNo yesNo) {
            return yesNo.value();
        } else if (answer instanceof Answer.Choice choice) {
            return choice.value();
        }
        throw new IllegalArgumentException(id);
    }

    Set<String> types() {
        return readersByType.keySet();
    }

    /** The fact of one kind: a field gives a {@link Double}, a {@link String} or a {@link Boolean}. */
    Function<String, Object> of(String type, Situation situation) {
        Map<String, Function<Situation, Object>> readers = readersByType.getOrDefault(type, Map.of());
        return field -> {
            Function<Situation, Object> reader = readers.get(field);
            if (reader == null) {
                throw new IllegalArgumentException(type + "." + field);
            }
            return reader.apply(situation);
        };
    }
}
