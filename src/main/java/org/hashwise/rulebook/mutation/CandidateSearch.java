package org.hashwise.rulebook.mutation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hashwise.advice.Situation;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Question;
import org.hashwise.rulebook.engine.RuleInterpreter;
import org.hashwise.rulebook.language.Condition;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RulebookContents;

/** The answers to change in order to distinguish a rule from its mutant, the likeliest first. */
final class CandidateSearch {

    private static final int FEW = 8;

    private final InputCandidates inputs;
    private final BoundaryValues borders;

    CandidateSearch(RuleInterpreter rules) {
        RulebookContents contents = rules.contents();
        this.inputs = new InputCandidates(contents.questionnaire(), contents.grading());
        this.borders = new BoundaryValues(rules.conditions(), inputs);
    }

    /** Questions that move the touched condition, then those that move the rest of the rule. */
    Set<String> questionsToTry(Mutant mutant, Situation seed) {
        Set<String> ordered = new LinkedHashSet<>();
        Rule original = mutant.original();
        mutant.atom().ifPresent(atom -> ordered.addAll(inputs.of(only(atom.holder(), original), seed)));
        ordered.addAll(inputs.of(original, seed));
        return ordered;
    }

    private static Rule only(Condition condition, Rule rule) {
        return new Rule(rule.name(), rule.metadata(), List.of(condition), rule.consequences(), rule.position());
    }

    /** Answers at the borders of the touched condition, then answers spread over all that is accepted. */
    List<Answer> answers(Mutant mutant, String questionId, Situation seed) {
        Set<Answer> answers = new LinkedHashSet<>(atTheBorder(mutant, questionId, seed));
        answers.addAll(inputs.answers(questionId, seed));
        return List.copyOf(answers);
    }

    private List<Answer> atTheBorder(Mutant mutant, String questionId, Situation seed) {
        Question question = inputs.question(questionId);
        return switch (question.kind()) {
            case NUMBER, PERCENT, MONEY -> borders.answers(mutant, question, seed);
            case CHOICE, YESNO, SHARES -> List.of();
        };
    }

    /** The same in few. */
    List<Answer> fewAtTheBorder(Mutant mutant, String questionId, Situation seed) {
        List<Answer> answers = new ArrayList<>(
                atTheBorder(mutant, questionId, seed).stream().limit(FEW).toList());
        answers.addAll(few(questionId, seed));
        return answers;
    }

    /** A few answers, spread over all that is accepted. */
    List<Answer> few(String questionId, Situation seed) {
        List<Answer> all = inputs.answers(questionId, seed);
        if (all.size() <= FEW) {
            return all;
        }
        List<Answer> few = new ArrayList<>();
        for (int i = 0; i < FEW; i++) {
            few.add(all.get(i * (all.size() - 1) / (FEW - 1)));
        }
        return few;
    }
}
