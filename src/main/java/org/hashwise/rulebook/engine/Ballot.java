package org.hashwise.rulebook.engine;

/** All scores are in: the decision may be made. */
public final class Ballot {
    Ballot() {}
}
