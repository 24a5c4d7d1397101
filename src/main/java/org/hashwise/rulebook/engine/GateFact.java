package org.hashwise.rulebook.engine;

/** A gate, as a fact for the decision rules. */
public final class GateFact {

    private final String blocks;

    GateFact(String blocks) {
        this.blocks = blocks;
    }

    public String getBlocks() {
        return blocks;
    }
}
