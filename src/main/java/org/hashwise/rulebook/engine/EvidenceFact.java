package org.hashwise.rulebook.engine;

/**
 * Evidence of a policy rule, as a fact for the decision rules. One object per rule and consequence, shared by all
 * evaluations.
 *
 * @param strength 1 weak to 3 strong
 * @param points the strength, negative when the evidence is against the strategy
 */
public record EvidenceFact(String strategy, int strength, int points) {

    /** The evidence that a consequence gives. */
    public static EvidenceFact of(PolicyEffect effect) {
        return new EvidenceFact(effect.strategy().name(), effect.strength(), effect.points());
    }
}
