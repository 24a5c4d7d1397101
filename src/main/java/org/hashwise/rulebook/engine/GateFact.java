package org.hashwise.rulebook.engine;

/** A strategy is out of the question. */
public final class GateFact {

    private final String blocks;

    GateFact(String blocks) {
        this.blocks = blocks;
    }

    public String getBlocks() {
        return blocks;
    }
}
