package org.hashwise.rulebook.language;

import org.hashwise.rulebook.model.Position;

/** Mapping from a place in parsed text to the file of the analyst. */
@FunctionalInterface
public interface Locator {

    /** Lines and columns count from 1. */
    Position locate(int line, int column);

    /** The locator for text that is the file. */
    static Locator in(String file) {
        return (line, column) -> new Position(file, line, column);
    }
}
