package org.hashwise.rulebook;

/** What decides when an analysis asks an edition for many verdicts. Advice and single verdicts always come from the rule engine. */
public enum VerdictSource {
    /** The rule engine, because bytecode was not held against it, or not yet. */
    UNVERIFIED,
    /** Bytecode of the rules: its verdicts were those of the rule engine. */
    BYTECODE,
    /** The rule engine: bytecode decided otherwise, or there is none for a form of one of the rules. */
    ENGINE
}
