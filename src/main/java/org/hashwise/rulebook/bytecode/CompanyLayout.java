package org.hashwise.rulebook.bytecode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hashwise.advice.Strategy;
import org.hashwise.economics.Metric;
import org.hashwise.questionnaire.Kind;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.rulebook.language.FactSchema;

/**
 * Layout of the values of a company that the rules read in two arrays of primitives: one of numbers, and one of the codes
 * of words and truth values. It grows while rules are compiled, and is not changed after that.
 */
final class CompanyLayout {

    private final Questionnaire questionnaire;
    private final FactSchema schema;
    private final Map<String, Integer> codes = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>();

    /** The sources by place: the position of a question, or the complement of the ordinal of a metric. */
    private final List<Integer> numbers = new ArrayList<>();

    private final List<CompanyReader.WordSource> words = new ArrayList<>();

    CompanyLayout(Questionnaire questionnaire) {
        this.questionnaire = questionnaire;
        this.schema = new FactSchema(questionnaire);
        for (Strategy strategy : Strategy.values()) {
            code(strategy.name());
        }
    }

    /** The code of a word, the same for equal words. Those of strategies are their ordinals. */
    int code(String word) {
        Integer known = codes.putIfAbsent(word, codes.size());
        return known == null ? codes.size() - 1 : known;
    }

    /** A field of a fact about the company. */
    FactSchema.SchemaField field(String fact, String name) {
        return schema.field(fact, name)
                .filter(field -> !field.id().isEmpty())
                .orElseThrow(() -> new UnsupportedRule(fact + "." + name));
    }

    /** The place of a value in the array of numbers, or in that of words. */
    int place(FactSchema.SchemaField field) {
        Integer known = places.get(field.id());
        if (known != null) {
            return known;
        }
        int place = field.type() == FactSchema.FieldType.NUMBER ? addNumber(field.id()) : addWord(field.id());
        places.put(field.id(), place);
        return place;
    }

    private int addNumber(String id) {
        Optional<Metric> metric = Metric.ofId(id);
        numbers.add(metric.isPresent() ? ~metric.get().ordinal() : position(id));
        return numbers.size() - 1;
    }

    private int addWord(String id) {
        int position = position(id);
        Question question = questionnaire.questions().get(position);
        List<CompanyReader.WordCode> choices = new ArrayList<>();
        if (question.kind() == Kind.CHOICE) {
            question.choices()
                    .forEach(choice -> choices.add(new CompanyReader.WordCode(choice.value(), code(choice.value()))));
            choices.add(new CompanyReader.WordCode("", code(""))); // what is missing
        } else if (question.kind() != Kind.YESNO) {
            throw new UnsupportedRule(id);
        }
        words.add(new CompanyReader.WordSource(position, List.copyOf(choices)));
        return words.size() - 1;
    }

    private int position(String id) {
        int position = questionnaire.position(id);
        if (position < 0) {
            throw new UnsupportedRule(id);
        }
        return position;
    }

    /** The reader of what has a place by now. */
    CompanyReader reader() {
        return new CompanyReader(
                numbers.stream().mapToInt(Integer::intValue).toArray(), words.toArray(CompanyReader.WordSource[]::new));
    }
}
