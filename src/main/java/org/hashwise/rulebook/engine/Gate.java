package org.hashwise.rulebook.engine;

/** A strategy is out of the question. */
public final class Gate {

    private final String blocks;

    Gate(String blocks) {
        this.blocks = blocks;
    }

    public String getBlocks() {
        return blocks;
    }
}
