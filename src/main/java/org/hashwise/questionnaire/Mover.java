package org.hashwise.questionnaire;

/** A party that can change the value of a question. */
public enum Mover {
    /** The company itself. */
    COMPANY,
    /** Markets, suppliers, tenants and lenders. */
    MARKET,
    /** Legislators, regulators and grid operators. */
    STATE
}
