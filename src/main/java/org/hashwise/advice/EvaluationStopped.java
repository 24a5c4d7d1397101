package org.hashwise.advice;

/** The rules went on without end for one company, and were stopped so that nobody else has to wait. */
public final class EvaluationStopped extends RuntimeException {

    private final String rule;

    /** @param rule the id of the rule that fired most */
    public EvaluationStopped(String rule) {
        super(rule);
        this.rule = rule;
    }

    public String rule() {
        return rule;
    }
}
