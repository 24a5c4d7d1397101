package org.hashwise.rulebook;

/** Source of the verdicts when an analysis asks an edition for many. Advice and single verdicts always come from the rule engine. */
public enum VerdictSource {
    /** The rule engine, because bytecode was not compared with it, or not yet. */
    UNVERIFIED,
    /** Bytecode of the rules: its verdicts were those of the rule engine. */
    BYTECODE,
    /** The rule engine: the bytecode gave another verdict, or there is none for a form of one of the rules. */
    ENGINE
}
