package org.hashwise.advice;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A policy rule with the result of each of its conditions for one company.
 *
 * @param text what the rule says, with the company's values filled in
 * @param effects what it does when it fires; none for a rule that doubts answers
 * @param fires whether it fired
 */
public record RuleReading(
        RuleReference rule, String text, List<Effect> effects, boolean fires, List<ConditionReading> conditions) {

    public RuleReading {
        effects = List.copyOf(effects);
        conditions = List.copyOf(conditions);
    }

    /** The kinds of effect of a rule. */
    public enum EffectType {
        SUPPORT,
        OPPOSE,
        BLOCK,
        PLAN,
        RISK,
        HEADLINE
    }

    /** @param strength 1 weak to 3 strong; 0 for gates, steps and risks */
    public record Effect(EffectType type, Strategy strategy, int strength) {}

    /**
     * @param text as the analyst wrote it
     * @param reads the values that it reads, by question or metric id
     * @param value what the engine compares: a number, a word or a boolean
     * @param held whether the condition holds as it is written
     * @param met whether it lets the rule fire; another one beside it may do so too when it is an alternative
     * @param need what would meet it; null when that cannot be put as a comparison
     * @param missedBy how far a number is from meeting it; null when it is met or no number is missing
     */
    public record ConditionReading(
            String text,
            SortedMap<String, Object> reads,
            @Nullable Object value,
            boolean held,
            boolean met,
            boolean alternative,
            @Nullable Need need,
            @Nullable Double missedBy) {}

    /** @param value a number, a word, a boolean, or a list of words when the operator is {@link Relation#IN} or not */
    public record Need(Relation operator, Object value) {}

    /** The relation in which a value has to stand to another. */
    public enum Relation {
        EQUAL,
        UNEQUAL,
        BELOW,
        AT_MOST,
        ABOVE,
        AT_LEAST,
        IN,
        NOT_IN
    }

    /** Conditions that keep the rule from firing; alternatives are among them only when the rule is silent. */
    public List<ConditionReading> unmet() {
        return conditions.stream().filter(condition -> !condition.met()).toList();
    }

    /** Returns whether firing would speak for a strategy. */
    public boolean wouldSupport(Strategy strategy) {
        return effects.stream()
                .anyMatch(effect -> effect.type() == EffectType.SUPPORT && effect.strategy() == strategy);
    }
}
