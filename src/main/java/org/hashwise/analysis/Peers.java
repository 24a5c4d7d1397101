package org.hashwise.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hashwise.advice.Situation;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Typical;
import org.jspecify.annotations.Nullable;

/**
 * Nearest neighbours of a company among known companies, by Gower's distance for mixed data (J. C. Gower, Biometrics 27, 1971):
 * the mean over the questions that the company answered of a distance from 0 to 1.
 *
 * <p>The distance of two numbers is the share of the known companies whose number is between theirs; of two choices 0 or 1; of
 * two divisions into shares the part that would have to move. A question that a known company has no answer to counts with the
 * mean distance of two known companies, so that a gap makes no company near or far. What concerns the known companies alone is computed
 * once for each question. Thread-safe.
 */
public final class Peers {

    private static final int MOST_NAMED = 3;
    private static final int FEWEST_KNOWN = 5;

    private final List<String> ids;
    private final List<Answers> known;
    private final Map<String, KnownAnswers> byQuestion = new ConcurrentHashMap<>();

    /** @param known answers by id of the company */
    public Peers(Map<String, Answers> known) {
        Map<String, Answers> sorted = new TreeMap<>(known);
        this.ids = List.copyOf(sorted.keySet());
        this.known = List.copyOf(sorted.values());
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
    public record PeerResult(int among, List<Peer> peers) {}

    private record Compared(String id, double distance, double usual) {
        double telling() {
            return distance - usual;
        }
    }

    /** One question that enough of the known companies answered. */
    private record ComparedQuestion(String id, @Nullable Answer own, double rank, KnownAnswers known) {

        boolean includes(int company) {
            return own != null && known.of(company) != null;
        }

        double distance(int company) {
            return own == null ? known.usualDistance() : known.distance(own, rank, company);
        }
    }

    /** The nearest of the known companies; none when the company answered nothing that can be compared. */
    public PeerResult nearest(Situation own, int most) {
        List<ComparedQuestion> comparisons = own.questionnaire().questions().stream()
                .filter(question -> isKnown(own, question))
                .flatMap(question -> comparison(own, question).stream())
                .toList();
        if (comparisons.stream().noneMatch(comparison -> own.isAnswered(comparison.id()))) {
            return new PeerResult(ids.size(), List.of());
        }
        double[] distances = new double[ids.size()];
        for (int company = 0; company < distances.length; company++) {
            distances[company] = distance(company, comparisons);
        }
        return new PeerResult(
                ids.size(),
                IntStream.range(0, distances.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(company -> distances[company])) // stable: then by id
                        .limit(most)
                        .map(company -> peer(company, distances[company], comparisons))
                        .toList());
    }

    // Market values are facts of the day; what is assumed for the company itself says nothing about it.
    private static boolean isKnown(Situation own, Question question) {
        return own.isAnswered(question.id()) || question.typical() instanceof Typical.FromMarket;
    }

    private List<ComparedQuestion> comparison(Situation own, Question question) {
        @Nullable Answer ours = own.valueAt(own.questionnaire().position(question.id()));
        KnownAnswers theirs = byQuestion.computeIfAbsent(question.id(), id -> KnownAnswers.of(known, id));
        return theirs.count() < FEWEST_KNOWN
                ? List.of()
                : List.of(new ComparedQuestion(
                        question.id(), ours, ours == null ? Double.NaN : theirs.rank(ours), theirs));
    }

    private static double distance(int company, List<ComparedQuestion> comparisons) {
        double sum = 0;
        for (ComparedQuestion comparison : comparisons) {
            sum += comparison.includes(company)
                    ? comparison.distance(company)
                    : comparison.known().usualDistance();
        }
        return sum / comparisons.size();
    }

    private Peer peer(int company, double distance, List<ComparedQuestion> comparisons) {
        List<Compared> compared = new ArrayList<>();
        for (ComparedQuestion comparison : comparisons) {
            if (comparison.includes(company)) {
                compared.add(new Compared(
                        comparison.id(),
                        comparison.distance(company),
                        comparison.known().usualDistance()));
            }
        }
        return new Peer(
                ids.get(company),
                distance,
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
}
