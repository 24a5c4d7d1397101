package org.hashwise.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.hashwise.advice.Adviser;
import org.hashwise.advice.AnswerVariation;
import org.hashwise.advice.Comparisons;
import org.hashwise.advice.DecisionThreshold;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.advice.Verdict;
import org.hashwise.advice.VerdictPool;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Kind;
import org.hashwise.questionnaire.Question;
import org.jspecify.annotations.Nullable;

/**
 * Cache of verdicts by decision region. A cell is a set of companies among which no rule can tell a difference: all
 * comparisons of numbers come out alike, and all words are the same. Verdicts that take long are remembered by cell.
 * Thread-safe.
 */
final class DecisionRegions {

    /** Verdicts that are remembered, so that an analysis of many cells takes little memory; others are asked for again. */
    private static final int MOST_REMEMBERED = 20_000;

    private final VerdictPool pool;
    private final Comparisons comparisons;
    private final int[] wordy;
    private final Map<Key, Verdict> verdicts = new ConcurrentHashMap<>();

    private final boolean remembers;

    // Of the company that was asked for last: its questions are looked at one after the other.
    private volatile @Nullable Unmet unmet;

    private record Unmet(Situation situation, Comparisons.Unmet requirements) {}

    DecisionRegions(Adviser adviser, List<Question> questions) {
        this.pool = new VerdictPool(adviser);
        this.remembers = !pool.isFast();
        this.comparisons = adviser.comparisons();
        this.wordy = IntStream.range(0, questions.size())
                .filter(position -> isWordy(questions.get(position).kind()))
                .toArray();
    }

    private static boolean isWordy(Kind kind) {
        return kind == Kind.CHOICE || kind == Kind.YESNO;
    }

    /** The verdict on the cell to which a company belongs. */
    Verdict verdict(Situation situation) {
        return remembers ? remembered(situation) : evaluate(situation);
    }

    /** The strategy that is recommended in the cell to which a company belongs. */
    Strategy strategy(Situation situation) {
        if (remembers) {
            return verdict(situation).strategy();
        }
        Cancellation.check();
        return pool.strategy(situation);
    }

    private Verdict evaluate(Situation situation) {
        Cancellation.check();
        return pool.verdict(situation);
    }

    private Verdict remembered(Situation situation) {
        Key key = new Key(signs(gaps(situation, comparisons.all())), words(situation));
        Verdict known = verdicts.get(key);
        if (known == null) {
            known = evaluate(situation);
            if (verdicts.size() < MOST_REMEMBERED) {
                verdicts.put(key, known);
            }
        }
        return known;
    }

    /** The thresholds whose gaps may change with an answer. */
    DecisionThreshold[] thresholds(AnswerVariation variation) {
        return comparisons.variable(variation);
    }

    /** Of these, the ones that can change the verdict as long as all other answers stay. */
    DecisionThreshold[] decidingThresholds(Situation situation, AnswerVariation variation) {
        Unmet known = unmet;
        if (known == null || known.situation != situation) {
            known = new Unmet(situation, comparisons.unmet(situation));
            unmet = known;
        }
        return comparisons.thatMatter(variation, known.requirements);
    }

    /** The gap at each of some thresholds. */
    static double[] gaps(Situation situation, DecisionThreshold[] thresholds) {
        Cancellation.check();
        double[] gaps = new double[thresholds.length];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = thresholds[i].gap(situation);
        }
        return gaps;
    }

    private static byte[] signs(double[] gaps) {
        byte[] signs = new byte[gaps.length];
        for (int i = 0; i < signs.length; i++) {
            signs[i] = (byte) sign(gaps[i]);
        }
        return signs;
    }

    /** −1, 0 or 1; 2 for what is no number. */
    static int sign(double gap) {
        return gap > 0 ? 1 : gap < 0 ? -1 : gap == 0 ? 0 : 2;
    }

    private @Nullable Answer[] words(Situation situation) {
        @Nullable Answer[] words = new Answer[wordy.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = situation.valueAt(wordy[i]);
        }
        return words;
    }

    private static final class Key {
        private final byte[] signs;
        private final @Nullable Answer[] words;
        private final int hash;

        Key(byte[] signs, @Nullable Answer[] words) {
            this.signs = signs;
            this.words = words;
            this.hash = 31 * Arrays.hashCode(signs) + Arrays.hashCode(words);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && hash == key.hash
                    && Arrays.equals(signs, key.signs)
                    && Arrays.equals(words, key.words);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
