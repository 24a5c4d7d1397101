package org.hashwise.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hashwise.advice.Situation;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Typical;

/**
 * Nearest neighbours of a company among known companies, by Gower's distance for mixed data (J. C. Gower, Biometrics 27, 1971):
 * the mean over the questions that the company answered of a distance from 0 to 1.
 *
 * <p>The distance of two numbers is the share of the known companies whose number is between theirs; of two choices 0 or 1; of
 * two divisions into shares the part that would have to move. A question that a known company has no answer to counts with the
 * mean distance of two known companies, so that gaps make nobody near or far. Thread-safe.
 */
public final class Peers {

    private static final int MOST_NAMED = 3;
    private static final int FEWEST_KNOWN = 5;

    private final Map<String, Answers> known;

    /** @param known answers by id of the company */
    public Peers(Map<String, Answers> known) {
        this.known = new TreeMap<>(known);
    }

    /**
     * One of the known companies.
     *
     * @param distance from 0, alike in every answer, to 1
     * @param compared number of questions that both answered
     * @param alike ids of the questions in which it is nearer than others usually are, the most telling first; three at most
     * @param different the same for those in which it is further away
     */
    public record Peer(String id, double distance, int compared, List<String> alike, List<String> different) {}

    /** @param among number of the known companies */
    public record Nearest(int among, List<Peer> peers) {}

    private record Compared(String id, double distance, double usual) {
        double telling() {
            return distance - usual;
        }
    }

    /** The nearest of the known companies; none when the company answered nothing that can be compared. */
    public Nearest nearest(Situation own, int most) {
        List<Question> questions = own.questionnaire().questions().stream()
                .filter(question -> isKnown(own, question) && answers(question).count() >= FEWEST_KNOWN)
                .toList();
        if (questions.stream().noneMatch(question -> own.isAnswered(question.id()))) {
            return new Nearest(known.size(), List.of());
        }
        Map<String, Double> usual = new TreeMap<>();
        questions.forEach(question -> usual.put(question.id(), usual(question)));
        return new Nearest(
                known.size(),
                known.keySet().stream()
                        .map(id -> peer(own, id, questions, usual))
                        .sorted(Comparator.comparingDouble(Peer::distance).thenComparing(Peer::id))
                        .limit(most)
                        .toList());
    }

    // Market values are facts of the day; what is assumed for the company itself says nothing about it.
    private static boolean isKnown(Situation own, Question question) {
        return own.isAnswered(question.id()) || question.typical() instanceof Typical.FromMarket;
    }

    private static Optional<Answer> value(Situation own, Question question) {
        return Optional.ofNullable(own.valueAt(own.questionnaire().position(question.id())));
    }

    private Peer peer(Situation own, String id, List<Question> questions, Map<String, Double> usual) {
        List<Compared> compared = new ArrayList<>();
        double sum = 0;
        for (Question question : questions) {
            double mean = usual.getOrDefault(question.id(), 0.0);
            Optional<Answer> theirs = Optional.ofNullable(known.get(id)).flatMap(answers -> answers.get(question.id()));
            Optional<Answer> ours = value(own, question);
            if (theirs.isEmpty() || ours.isEmpty()) {
                sum += mean;
            } else {
                double distance = distance(question, ours.get(), theirs.get());
                sum += distance;
                compared.add(new Compared(question.id(), distance, mean));
            }
        }
        return new Peer(
                id,
                sum / questions.size(),
                compared.size(),
                named(compared.stream()
                        .filter(each -> each.telling() < 0)
                        .sorted(Comparator.comparingDouble(Compared::telling))),
                named(compared.stream()
                        .filter(each -> each.telling() > 0)
                        .sorted(Comparator.comparingDouble(Compared::telling).reversed())));
    }

    private static List<String> named(Stream<Compared> compared) {
        return compared.limit(MOST_NAMED).map(Compared::id).toList();
    }

    private Stream<Answer> answers(Question question) {
        return known.values().stream()
                .map(answers -> answers.get(question.id()))
                .flatMap(Optional::stream);
    }

    /** The mean distance of two known companies. */
    private double usual(Question question) {
        List<Answer> answers = answers(question).toList();
        double sum = 0;
        for (int one = 0; one < answers.size(); one++) {
            for (int other = 0; other < one; other++) {
                sum += distance(question, answers.get(one), answers.get(other));
            }
        }
        return sum / (answers.size() * (answers.size() - 1) / 2.0);
    }

    private double distance(Question question, Answer one, Answer other) {
        if (one instanceof Answer.Number number && other instanceof Answer.Number theirs) {
            return Math.abs(rank(question, number.value()) - rank(question, theirs.value()));
        }
        if (one instanceof Answer.Shares shares && other instanceof Answer.Shares theirs) {
            return movedShare(shares, theirs);
        }
        return one.equals(other) ? 0 : 1;
    }

    /** The share of the known companies below a value, with half of those that have it. */
    private double rank(Question question, double value) {
        double[] numbers = answers(question)
                .mapToDouble(answer -> answer instanceof Answer.Number number ? number.value() : Double.NaN)
                .toArray();
        double below = 0;
        for (double number : numbers) {
            below += number < value ? 1 : number == value ? 0.5 : 0;
        }
        return below / numbers.length;
    }

    private static double movedShare(Answer.Shares one, Answer.Shares other) {
        Set<String> codes = new TreeSet<>(one.percentByCode().keySet());
        codes.addAll(other.percentByCode().keySet());
        return codes.stream()
                        .mapToDouble(code -> Math.abs(percent(one, code) - percent(other, code)))
                        .sum()
                / 200;
    }

    private static double percent(Answer.Shares shares, String code) {
        return shares.percentByCode().getOrDefault(code, 0.0);
    }
}
