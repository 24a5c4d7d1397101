package org.hashwise.consultation;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The account on whose behalf the current thread works. */
public final class Caller {

    private final Supplier<Optional<String>> name;
    private final BooleanSupplier analyst;

    /**
     * @param name of the account of the current thread
     * @param analyst whether that account may read the rules
     */
    public Caller(Supplier<Optional<String>> name, BooleanSupplier analyst) {
        this.name = name;
        this.analyst = analyst;
    }

    /** The caller of a program with one user. */
    public static Caller local() {
        return new Caller(Optional::empty, () -> true);
    }

    /** The name of the account; empty for an anonymous caller. */
    public Optional<String> name() {
        return name.get();
    }

    /** Returns whether the caller may read the rules themselves, and not only what they say about a company. */
    public boolean mayReadRulebook() {
        return analyst.getAsBoolean();
    }
}
