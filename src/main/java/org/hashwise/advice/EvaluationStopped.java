package org.hashwise.advice;

/** Exception: an evaluation reached its firing limit, which only rules without end do. */
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
