package org.hashwise.rulebook.language;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One column of a decision table.
 *
 * @param number from 1
 * @param fact the words of the fact that a condition is about
 * @param piece the words of a rule in which {@code $param} stands for the cell
 * @param goesOn whether its condition is about the same fact as the column before, and so part of the same pattern
 */
record TableColumn(int number, ColumnType kind, List<Token> fact, List<Token> piece, boolean goesOn) {

    enum ColumnType {
        NAME,
        CONDITION,
        ACTION,
        METADATA;

        static Optional<ColumnType> of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.name().equals(word))
                    .findFirst();
        }

        static List<String> words() {
            return Arrays.stream(values()).map(ColumnType::name).toList();
        }
    }

    /** Returns whether a condition about this fact belongs to the same pattern; a merged cell is empty or dots. */
    boolean isSameFact(List<Token> other) {
        List<String> words = other.stream().map(Token::text).toList();
        boolean merged = words.stream().allMatch(word -> word.isEmpty() || word.equals(".") || word.equals("…"));
        return kind == ColumnType.CONDITION
                && (merged || words.equals(fact.stream().map(Token::text).toList()));
    }
}
