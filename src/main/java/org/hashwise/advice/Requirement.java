package org.hashwise.advice;

import java.util.Collection;
import java.util.function.Predicate;
import org.hashwise.questionnaire.Questionnaire;

/** A condition about a company without which a rule does not fire. Immutable. */
public final class Requirement {

    private final Predicate<Situation> condition;
    final FigureSet reads;

    /** @param reads ids of the questions, metrics and other figures of which the condition is a function */
    public Requirement(Predicate<Situation> condition, Collection<String> reads, Questionnaire questionnaire) {
        this.condition = condition;
        this.reads = new FigureSet(reads, questionnaire);
    }

    boolean isMet(Situation situation) {
        return condition.test(situation);
    }
}
