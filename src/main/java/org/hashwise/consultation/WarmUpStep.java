package org.hashwise.consultation;

/** A step of the warm-up after the start, for a module that warms up more than the analyses. */
@FunctionalInterface
public interface WarmUpStep {

    /** Does once what users will ask for, with the edition in force held open. */
    void run();
}
