package org.hashwise.rulebook.bytecode;

import java.util.List;
import org.hashwise.advice.Situation;

/** Reader of the values of a company that rules need, into arrays of primitives. Made by {@link CompanyLayout}; thread-safe. */
final class CompanyReader {

    /** The code of a word that no rule and no question knows. */
    private static final int UNKNOWN = -1;

    private final int[] numbers;
    private final WordSource[] words;

    /** @param numbers by place: the position of a question, or the complement of the ordinal of a metric */
    CompanyReader(int[] numbers, WordSource[] words) {
        this.numbers = numbers;
        this.words = words;
    }

    /** @param choices of the question; none for a question with a truth value */
    record WordSource(int position, List<WordCode> choices) {

        private int code(Situation situation) {
            if (choices.isEmpty()) {
                return situation.yesAt(position) ? 1 : 0;
            }
            String word = situation.choiceAt(position);
            for (int i = 0; i < choices.size(); i++) {
                if (choices.get(i).word().equals(word)) {
                    return choices.get(i).code();
                }
            }
            return UNKNOWN;
        }
    }

    /** A word that a question accepts, and its code. */
    record WordCode(String word, int code) {}

    double[] newNumbers() {
        return new double[numbers.length];
    }

    int[] newWords() {
        return new int[words.length];
    }

    /** Copies the values of a company into arrays that were made here. */
    void read(Situation situation, double[] intoNumbers, int[] intoWords) {
        for (int i = 0; i < numbers.length; i++) {
            int source = numbers[i];
            intoNumbers[i] = source < 0 ? situation.metricAt(~source) : situation.numberAt(source);
        }
        for (int i = 0; i < words.length; i++) {
            intoWords[i] = words[i].code(situation);
        }
    }
}
