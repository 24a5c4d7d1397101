package org.hashwise.rulebook.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hashwise.advice.Situation;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.rulebook.language.FactSchema;
import org.hashwise.rulebook.language.Term;

/** The fields of the facts that the engine matches: those of the company by their names in the {@link SingleFactRewrite}. */
final class CompanyFields {

    private final FactFields fields;
    private final Map<String, Term<Situation>> company = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    CompanyFields(Questionnaire questionnaire) {
        this.fields = new FactFields(questionnaire);
        FactSchema schema = fields.schema();
        schema.facts().stream()
                .filter(FactSchema::isCompany)
                .forEach(fact -> schema.fields(fact)
                        .keySet()
                        .forEach(name -> fields.ofCompany(fact, name)
                                .ifPresent(term -> company.put(FactFieldNames.field(fact, name), term))));
        for (Question question : questionnaire.questions()) {
            int position = questionnaire.position(question.id());
            company.put(
                    FactFieldNames.field(DoubtRules.ANSWERED, question.id()),
                    new Term.YesNo<>(situation -> situation.isAnsweredAt(position)));
        }
    }

    /** A field of the company; empty when there is none or it is no single value. */
    Optional<Term<Situation>> ofCompany(String name) {
        return Optional.ofNullable(company.get(name));
    }

    /** A field of any fact; empty when there is none or it is no single value. */
    Optional<Term<Object>> of(String fact, String name) {
        return fact.equals(SingleFactRewrite.NAME)
                ? ofCompany(name).map(term -> term.of(Situation.class::cast))
                : fields.of(fact, name);
    }

    /** The number by which the engine distinguishes indexes of this field from those of other fields. */
    int number(String fact, String name) {
        int next = numbers.size();
        return numbers.computeIfAbsent(fact + "." + name, field -> next);
    }
}
