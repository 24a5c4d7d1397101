package org.hashwise.rulebook.bytecode;

/** Exception: a rule has a form for which no bytecode is generated; the rule engine evaluates it. */
public final class UnsupportedRule extends RuntimeException {

    /** @param what rule and form, for the log */
    UnsupportedRule(String what) {
        super(what, null, false, false);
    }
}
