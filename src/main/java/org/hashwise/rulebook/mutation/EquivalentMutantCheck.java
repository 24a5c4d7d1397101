package org.hashwise.rulebook.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hashwise.questionnaire.Question;
import org.hashwise.rulebook.engine.ConditionEvaluator;
import org.hashwise.rulebook.engine.EvidenceFact;
import org.hashwise.rulebook.engine.FactFields;
import org.hashwise.rulebook.engine.PolicyEffect;
import org.hashwise.rulebook.engine.RuleInterpreter;
import org.hashwise.rulebook.language.Atom;
import org.hashwise.rulebook.language.Condition;
import org.hashwise.rulebook.language.Expression.Comparison;
import org.hashwise.rulebook.language.FactSchema;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RulebookContents;

/**
 * Proof that a mutant is equivalent: what the rule demands of the touched field is the same for every answer that
 * its question accepts, or what it demands of evidence is the same for all evidence that the policy can find. Where
 * there is no proof, the mistake counts.
 */
final class EquivalentMutantCheck {

    private static final String EVIDENCE = "Evidence";

    private final RuleInterpreter rules;
    private final FactFields fields;
    private final FieldConstraints constraints;

    EquivalentMutantCheck(RuleInterpreter rules) {
        this.rules = rules;
        RulebookContents contents = rules.contents();
        this.fields = new ConditionEvaluator(contents.questionnaire(), contents.thresholds()).fields();
        this.constraints = new FieldConstraints(contents);
    }

    boolean isProved(Mutant mutant) {
        if (mutant.atom().isEmpty() || mutant.changed().isEmpty()) {
            return false;
        }
        Atom atom = mutant.atom().get();
        Rule changed = mutant.changed().get();
        if (atom.alternative() || constraints.field(atom).isEmpty()) {
            return false;
        }
        return atom.fact().equals(EVIDENCE)
                ? isSameForAllEvidence(mutant.original(), changed)
                : isPlain(mutant.original()) && isSameForAllAnswers(atom, changed);
    }

    private boolean isSameForAllEvidence(Rule original, Rule changed) {
        int[] patterns = {0};
        original.walk(condition -> {
            if (condition instanceof Condition.Pattern pattern && pattern.fact().equals(EVIDENCE)) {
                patterns[0]++;
            }
        });
        List<Atom> before = constraints.on(EVIDENCE, original);
        List<Atom> after = constraints.on(EVIDENCE, changed);
        return patterns[0] == 1
                && rules.effects().stream()
                        .filter(effect -> effect.points() != 0)
                        .allMatch(effect -> constraints.areMet(before, field -> value(effect, field))
                                == constraints.areMet(after, field -> value(effect, field)));
    }

    private Object value(PolicyEffect effect, String field) {
        return fields.of(EVIDENCE, field).orElseThrow().value(EvidenceFact.of(effect));
    }

    private boolean isSameForAllAnswers(Atom atom, Rule changed) {
        String field = constraints.field(atom).orElseThrow();
        List<Atom> before = constraints.on(atom.fact(), field, atom.rule());
        List<Atom> after = constraints.on(atom.fact(), field, changed);
        String id = fields.schema()
                .field(atom.fact(), field)
                .map(FactSchema.SchemaField::id)
                .orElse("");
        List<Object> answers = rules.contents()
                .questionnaire()
                .question(id)
                .map(question -> answers(question, before, after))
                .orElse(List.of());
        return !answers.isEmpty()
                && answers.stream()
                        .allMatch(answer -> constraints.areMet(before, name -> answer)
                                == constraints.areMet(after, name -> answer));
    }

    /** Only patterns side by side: then all demands hold together. */
    private static boolean isPlain(Rule rule) {
        return rule.conditions().stream().allMatch(condition -> condition instanceof Condition.Pattern)
                && Atom.in(rule).stream().noneMatch(Atom::alternative);
    }

    /** Answers enough that demands which agree on them agree on all: every border, its neighbours and the values between. */
    private List<Object> answers(Question question, List<Atom> before, List<Atom> after) {
        return switch (question.kind()) {
            case CHOICE ->
                question.choices().stream()
                        .<Object>map(Question.AnswerOption::value)
                        .toList();
            case YESNO -> List.of(true, false);
            case SHARES -> List.of();
            case NUMBER, PERCENT, MONEY -> {
                SortedSet<Double> borders = new TreeSet<>(List.of(question.min(), question.max()));
                List<Atom> all = new ArrayList<>(before);
                all.addAll(after);
                all.forEach(atom -> {
                    if (atom.expression() instanceof Comparison it
                            && constraints.constant(it.right()).orElse("") instanceof Double border) {
                        borders.addAll(List.of(border, Math.nextUp(border), Math.nextDown(border)));
                    }
                });
                List<Object> answers = new ArrayList<>();
                double last = question.min();
                for (double border : borders) {
                    answers.add(border);
                    answers.add(last + (border - last) / 2);
                    last = border;
                }
                answers.removeIf(answer -> (double) answer < question.min() || (double) answer > question.max());
                yield answers;
            }
        };
    }
}
