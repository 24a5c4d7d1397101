package org.hashwise.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hashwise.advice.Adviser;
import org.hashwise.advice.Population;
import org.hashwise.advice.Strategy;
import org.hashwise.analysis.Interview.Inquiry;
import org.hashwise.economics.Metric;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Typical;

/**
 * Adaptive interview: the probability of each strategy given the answers so far, and the question with the highest expected
 * information. Deterministic.
 *
 * <p>It samples companies of both {@link Population}s. An advice is settled when it is probable in both and the decisive facts
 * are known, or were asked for. They come first, as they have to be asked in any case; then the questions that tell most for
 * their effort in the usual population, and when that is settled, in the wide one.
 *
 * <p>As soon as a company cannot answer a question, most samples tell what its advice may become: in them such questions have
 * their typical values, as in the advice that the company gets, and only what can still be asked is drawn. Then a figure that
 * is computed from what it does not know is asked for too: a company that cannot state its overhead may have published its
 * cost of a bitcoin.
 */
public final class Interviewer {

    private static final double PERCENT = 100;

    /** One company of so many tells the probabilities once there are questions without an answer. */
    private static final int PART_OF_ALL = 4;

    private final Adviser adviser;
    private final AnalysisSettings settings;

    public Interviewer(Adviser adviser, AnalysisSettings settings) {
        this.adviser = adviser;
        this.settings = settings;
    }

    /**
     * @param samples companies to draw, at least 1
     * @param seed the same seed gives the same reply
     */
    public Interview interview(PartialAnswers known, int samples, long seed) {
        List<Question> questions = known.situation().questionnaire().questions();
        boolean allAskable = known.unknown().isEmpty();
        int ofAll = allAskable ? samples : samples / PART_OF_ALL;
        Optional<Question> figure = figure(known);
        List<Metric> metrics = figure.stream().map(Interviewer::metric).toList();
        MonteCarloSample all = MonteCarloSample.of(known, Set.of(), metrics, adviser, ofAll, seed);
        MonteCarloSample askable = allAskable
                ? all
                : MonteCarloSample.of(known, known.unknown(), List.of(), adviser, samples - ofAll, seed);
        Map<Strategy, Double> usual = all.probabilities(Population.USUAL);
        Map<Strategy, Double> wide = all.probabilities(Population.WIDE);
        Strategy leading = leading(usual);
        Strategy advised = adviser.verdict(known.situation()).strategy();
        List<Set<String>> missing = missing(known, all);
        List<Integer> open = drawn(all, questions);
        boolean proven = usual.getOrDefault(leading, 0.0) == 1
                && new ExhaustiveCheck(known, new DecisionRegions(adviser, questions)).of(leading, open);
        boolean settled = missing.isEmpty()
                && leading == advised
                && isProbable(leading, all, Population.USUAL)
                && isProbable(leading, all, Population.WIDE);
        boolean usually = isProbable(advised, askable, Population.USUAL);
        List<Inquiry> next = new ArrayList<>(inquiries(
                drawn(askable, questions).stream()
                        .filter(position -> !known.rough()
                                .containsKey(questions.get(position).id()))
                        .toList(),
                questions,
                askable,
                usually ? Population.WIDE : Population.USUAL));
        rank(next, missing);
        figure.ifPresent(question -> next.add(
                missing.size(),
                new Inquiry(question.id(), all.bits(metric(question), Population.USUAL), question.effort())));
        List<Inquiry> others = new ArrayList<>(inquiries(open, questions, all, Population.USUAL));
        rank(others, List.of());
        List<Inquiry> noticeable = next.stream()
                .filter(inquiry ->
                        isNoticeable(inquiry) || missing.stream().anyMatch(fact -> fact.contains(inquiry.id())))
                .toList();
        boolean little = missing.isEmpty()
                && figure.isEmpty()
                && ((usually && isProbable(advised, askable, Population.WIDE)) || noticeable.isEmpty());
        return new Interview(
                usual,
                wide,
                leading,
                advised,
                settled,
                proven,
                settled || proven || next.isEmpty() || little,
                missing.isEmpty(),
                missing.stream().map(fact -> first(fact, next)).toList(),
                next,
                only(others, known.unknown()),
                only(others, known.rough().keySet()),
                known.situation().answers().byId().size() + known.rough().size(),
                known.situation().assumed().size() - known.rough().size(),
                noticeable.size(),
                samples,
                seed);
    }

    private boolean isProbable(Strategy strategy, MonteCarloSample sample, Population population) {
        return PERCENT * sample.probabilities(population).getOrDefault(strategy, 0.0) >= settings.settledPercent();
    }

    private static Metric metric(Question question) {
        return Metric.insteadOf(question.id()).orElseThrow();
    }

    private boolean isNoticeable(Inquiry inquiry) {
        return inquiry.bits() >= settings.noticeableBits();
    }

    /**
     * The question for a figure that the company may have published, and that is computed from what it does not know; the
     * first one, and only if it was not asked for such a figure before.
     */
    private static Optional<Question> figure(PartialAnswers known) {
        List<Question> computed = known.situation().questionnaire().questions().stream()
                .filter(question -> question.typical() instanceof Typical.Computed)
                .filter(question -> Metric.insteadOf(question.id()).stream()
                        .flatMap(metric -> known.situation().basisOf(metric).stream())
                        .anyMatch(id -> known.unknown().contains(id)))
                .toList();
        return computed.stream().map(Question::id).anyMatch(known::isSettled)
                ? Optional.empty()
                : computed.stream().findFirst();
    }

    /** Decisive facts about which the company was not asked. */
    private List<Set<String>> missing(PartialAnswers known, MonteCarloSample all) {
        return DecisiveFacts.of(adviser, known.situation()).all().stream()
                .filter(fact -> fact.stream().noneMatch(known::isSettled))
                .filter(fact -> fact.stream()
                        .anyMatch(id ->
                                all.isOpen(known.situation().questionnaire().position(id))))
                .toList();
    }

    private static List<Integer> drawn(MonteCarloSample sample, List<Question> questions) {
        return IntStream.range(0, questions.size())
                .filter(sample::isDrawn)
                .boxed()
                .toList();
    }

    private static String first(Set<String> fact, List<Inquiry> next) {
        Set<String> open = next.stream().map(Inquiry::id).collect(Collectors.toSet());
        return fact.stream().filter(open::contains).findFirst().orElseThrow();
    }

    // Among equals the one that changes least leads, as in the recommendation itself.
    private static Strategy leading(Map<Strategy, Double> probabilities) {
        Strategy leading = Strategy.HOLD;
        for (Map.Entry<Strategy, Double> each : probabilities.entrySet()) {
            if (each.getValue() > probabilities.getOrDefault(leading, 0.0)) {
                leading = each.getKey();
            }
        }
        return leading;
    }

    private static List<Inquiry> inquiries(
            List<Integer> open, List<Question> questions, MonteCarloSample sample, Population population) {
        return Workers.map(open, position -> {
            Question question = questions.get(position);
            return new Inquiry(question.id(), sample.bits(position, population), question.effort());
        });
    }

    /**
     * Sorts questions by information for their effort.
     *
     * @param urgent facts of which one question each goes before all others
     */
    private void rank(List<Inquiry> inquiries, List<Set<String>> urgent) {
        // The sort is stable, so questions with equal information keep the order in which they are asked.
        inquiries.sort(Comparator.comparingDouble(this::worth).reversed());
        Set<String> first = new HashSet<>();
        urgent.forEach(fact -> first.add(first(fact, inquiries)));
        inquiries.sort(Comparator.comparing(inquiry -> !first.contains(inquiry.id())));
    }

    private double worth(Inquiry inquiry) {
        return inquiry.bits() / (1 + settings.effortWeight() * (inquiry.effort() - 1));
    }

    private static List<Inquiry> only(List<Inquiry> inquiries, Set<String> ids) {
        return inquiries.stream().filter(inquiry -> ids.contains(inquiry.id())).toList();
    }
}
