package org.hashwise.fuzz;

import java.util.List;

/**
 * A reader of bytes from anywhere.
 *
 * @param corpus good inputs, and those that once broke something
 * @param mutants how many corrupted copies of them the long tests try
 * @param reader fails when the input is neither taken nor refused as {@link ReaderContract} says
 */
public record FuzzTarget(String name, List<byte[]> corpus, int mutants, SpoiledInputs.Check reader) {

    public FuzzTarget {
        corpus = List.copyOf(corpus);
    }

    @Override
    public String toString() {
        return name;
    }
}
