package org.hashwise.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.jspecify.annotations.Nullable;

/** The answers of the known companies to one question, with the distances of Gower's measure between them; immutable. */
final class KnownAnswers {

    private final @Nullable Answer[] byCompany;
    private final int count;

    /** The values in ascending order; what is no number comes last, as not-a-number. */
    private final double[] numbers;

    /** The rank of each company's number. */
    private final double[] ranks;

    private final double usualDistance;

    private KnownAnswers(@Nullable Answer[] byCompany) {
        this.byCompany = byCompany;
        Answer[] given = Arrays.stream(byCompany).filter(Objects::nonNull).toArray(Answer[]::new);
        this.count = given.length;
        this.numbers =
                Arrays.stream(given).mapToDouble(KnownAnswers::number).sorted().toArray();
        this.ranks = Arrays.stream(byCompany)
                .mapToDouble(answer -> answer == null ? Double.NaN : rank(number(answer)))
                .toArray();
        this.usualDistance = meanDistance();
    }

    static KnownAnswers of(List<Answers> known, String question) {
        return new KnownAnswers(known.stream()
                .map(answers -> answers.get(question).orElse(null))
                .toArray(Answer[]::new));
    }

    /** Number of the companies with an answer. */
    int count() {
        return count;
    }

    /** The answer of a company; null when it has none. */
    @Nullable
    Answer of(int company) {
        return byCompany[company];
    }

    /** The mean distance of two known companies. */
    double usualDistance() {
        return usualDistance;
    }

    /** The share of the known companies below an answer, with half of those that gave it; NaN for what is no number. */
    double rank(Answer answer) {
        return answer instanceof Answer.Number number ? rank(number.value()) : Double.NaN;
    }

    /**
     * The distance of an answer from that of a company which has one, from 0 to 1.
     *
     * @param rank of the answer
     */
    double distance(Answer own, double rank, int company) {
        Answer theirs = byCompany[company];
        return own instanceof Answer.Number && theirs instanceof Answer.Number
                ? Math.abs(rank - ranks[company])
                : otherDistance(own, theirs);
    }

    private double meanDistance() {
        double sum = 0;
        for (int one = 0; one < byCompany.length; one++) {
            Answer first = byCompany[one];
            for (int other = 0; first != null && other < one; other++) {
                if (byCompany[other] != null) {
                    sum += distance(first, ranks[one], other);
                }
            }
        }
        return sum / (count * (count - 1) / 2.0);
    }

    private static double otherDistance(@Nullable Answer one, @Nullable Answer other) {
        if (one instanceof Answer.Shares shares && other instanceof Answer.Shares theirs) {
            return movedShare(shares, theirs);
        }
        return Objects.equals(one, other) ? 0 : 1;
    }

    private double rank(double value) {
        int below = countBelow(value);
        int equal = 0;
        while (below + equal < numbers.length && numbers[below + equal] == value) {
            equal++;
        }
        return (below + 0.5 * equal) / numbers.length;
    }

    private int countBelow(double value) {
        int low = 0;
        int high = numbers.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (numbers[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double number(Answer answer) {
        return answer instanceof Answer.Number number ? number.value() : Double.NaN;
    }

    private static double movedShare(Answer.Shares one, Answer.Shares other) {
        double moved = 0;
        for (Map.Entry<String, Double> share : one.percentByCode().entrySet()) {
            moved += Math.abs(share.getValue() - percent(other, share.getKey()));
        }
        for (Map.Entry<String, Double> share : other.percentByCode().entrySet()) {
            if (!one.percentByCode().containsKey(share.getKey())) {
                moved += share.getValue();
            }
        }
        return moved / 200;
    }

    private static double percent(Answer.Shares shares, String code) {
        return shares.percentByCode().getOrDefault(code, 0.0);
    }
}
