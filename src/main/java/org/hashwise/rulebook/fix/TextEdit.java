package org.hashwise.rulebook.fix;

import java.util.Comparator;

/**
 * Replacement of a piece of a file.
 *
 * @param start of the piece, counted in characters of the text from 0
 * @param end after its last character; the same as the start where something is inserted
 */
public record TextEdit(String file, int start, int end, String replacement) {

    static final Comparator<TextEdit> FROM_THE_END = Comparator.comparingInt(TextEdit::start)
            .thenComparingInt(TextEdit::end)
            .reversed();
}
