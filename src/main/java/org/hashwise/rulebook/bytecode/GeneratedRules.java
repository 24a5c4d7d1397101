package org.hashwise.rulebook.bytecode;

/** The superclass of the classes that {@link RulesWriter} generates. They hold no state and are thread-safe. */
abstract class GeneratedRules {

    /**
     * Evaluates the rules of the policy.
     *
     * @param numbers values of the company, in the order of {@link CompanyLayout}
     * @param words codes of words and truth values of the company, in the order of {@link CompanyLayout}
     * @param thresholds in the order of the names that {@link RulesWriter#thresholds} lists
     * @param evidence the array of that name in the memory
     * @param memory receives evidence and gates
     */
    abstract void policy(double[] numbers, int[] words, double[] thresholds, int[] evidence, WorkingMemory memory);

    /** Evaluates the rules of the recommendation on what those of the policy left in the memory. */
    abstract void decide(double[] numbers, int[] words, double[] thresholds, int[] evidence, WorkingMemory memory);
}
