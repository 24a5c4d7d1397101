package org.hashwise.consultation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hashwise.advice.Adviser;
import org.hashwise.advice.RuleReading;
import org.hashwise.advice.Strategy;
import org.hashwise.analysis.AnalysisSettings;
import org.hashwise.analysis.Axis;
import org.hashwise.analysis.Counterfactual;
import org.hashwise.analysis.CounterfactualFinder;
import org.hashwise.analysis.Flip;
import org.hashwise.analysis.FlipFinder;
import org.hashwise.analysis.Interview;
import org.hashwise.analysis.Interviewer;
import org.hashwise.analysis.PartialAnswers;
import org.hashwise.analysis.Peers;
import org.hashwise.analysis.StrategyCase;
import org.hashwise.analysis.StrategyMap;
import org.hashwise.analysis.StrategyMapper;
import org.hashwise.analysis.WhyNot;
import org.hashwise.questionnaire.Distribution;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Nearest;
import org.hashwise.rulebook.ActiveRulebook;
import org.hashwise.rulebook.Rulebook;
import org.hashwise.rulebook.model.AnalysisParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The analyses of an advice: how sure it is, what to ask next, what would change it, and why it is not
 * another. Thread-safe.
 */
@Service
public class Analyses {

    /** For the check of the bytecode, after which verdicts take a small part of the time. A judgement. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ActiveRulebook rulebooks;
    private final ResultCache<Interview> interviews = new ResultCache<>();
    private final ResultCache<List<Flip>> flips = new ResultCache<>();
    private final ResultCache<Counterfactual> changes = new ResultCache<>();

    /** The analyses of the edition that was asked last. */
    private volatile @Nullable CasePeers peersOfEdition;

    public Analyses(ActiveRulebook rulebooks) {
        this.rulebooks = rulebooks;
    }

    /** The limits and defaults in force. */
    public AnalysisSettings settings() {
        return settings(rulebooks.current());
    }

    /**
     * The same with numbers that are known within a range only, and with questions that the company cannot answer.
     *
     * @param rough by question id; none of them is among the answers of the evaluation
     * @param unknown ids of questions that are neither answered nor rough
     * @param samples from 1 to {@link AnalysisSettings#mostSamples}
     */
    public Interview interview(
            Evaluation evaluation, Map<String, Distribution.Range> rough, Set<String> unknown, int samples, long seed) {
        PartialAnswers known = new PartialAnswers(evaluation.situation(), new TreeMap<>(rough), new TreeSet<>(unknown));
        return interviews.get(
                evaluation,
                List.of(known.rough(), known.unknown(), samples, seed),
                () -> new Interviewer(inBulk(evaluation), settings(evaluation.rulebook(rulebooks)))
                        .interview(known, samples, seed));
    }

    /** The flips: values at which the recommendation changes if one value alone is another, the nearest first. */
    public List<Flip> flips(Evaluation evaluation) {
        return flips.get(
                evaluation, "", () -> List.copyOf(new FlipFinder(inBulk(evaluation)).flips(evaluation.situation())));
    }

    /** The fewest and smallest changes that lead to a strategy. */
    public Counterfactual smallestChange(Evaluation evaluation, Strategy target, Set<String> locked) {
        return changes.get(
                evaluation,
                List.of(target, Set.copyOf(locked)),
                () -> new CounterfactualFinder(inBulk(evaluation), settings(evaluation.rulebook(rulebooks)))
                        .smallest(evaluation.situation(), target, locked));
    }

    /** The adviser of an evaluation once it gives verdicts in bulk; right after a start that is worth a wait. */
    private Adviser inBulk(Evaluation evaluation) {
        try {
            rulebooks.verifyWithoutPauses(PATIENCE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return evaluation.adviser();
    }

    /** The reading of a rule of the policy, with the cause why it fired or did not; empty when there is none with this id. */
    public Optional<RuleReading> rule(Evaluation evaluation, String id) {
        return new WhyNot(evaluation.adviser())
                .rule(id, evaluation.situation(), evaluation.request().language());
    }

    /** The id of a rule that was probably meant, among those that {@link #rule} explains; empty for one that it does not. */
    public Optional<String> nearestRule(Evaluation evaluation, String id) {
        boolean unexplained = rulebooks.current().titles(Language.EN).containsKey(id);
        List<RuleReading> explained = evaluation
                .adviser()
                .readings(evaluation.situation(), evaluation.request().language());
        return unexplained
                ? Optional.empty()
                : Nearest.to(
                        id,
                        explained.stream().map(reading -> reading.rule().id()).toList());
    }

    /** The case of a strategy: the reasons that kept it down, and those for it. */
    public StrategyCase strategy(Evaluation evaluation, Strategy strategy) {
        return new WhyNot(evaluation.adviser()).strategy(strategy, evaluation.situation(), evaluation.advice());
    }

    /** The map of the recommendation over two values; at most {@link AnalysisSettings#mostCells} cells. */
    public StrategyMap map(Evaluation evaluation, Axis x, Axis y) {
        return new StrategyMapper(evaluation.adviser()).map(evaluation.situation(), x, y);
    }

    /** The company-dates of the casebook that are nearest to the company, but for the company itself on that day. */
    public Peers.PeerResult peers(Evaluation evaluation, int most) {
        return casePeers(evaluation).nearest(evaluation, most);
    }

    /** The edition that evaluated the request; under an overlay the one in force. */
    private CasePeers casePeers(Evaluation evaluation) {
        Rulebook rulebook = evaluation.rulebook(rulebooks);
        CasePeers last = peersOfEdition;
        if (last == null || !last.edition().equals(rulebook.edition())) {
            last = CasePeers.of(rulebook);
            peersOfEdition = last;
        }
        return last;
    }

    /** The limits and defaults that a rulebook gives. */
    public static AnalysisSettings settings(Rulebook rulebook) {
        return new AnalysisSettings(
                rulebook.threshold(AnalysisParameters.SETTLED_PERCENT),
                (int) rulebook.threshold(AnalysisParameters.SAMPLES),
                (int) rulebook.threshold(AnalysisParameters.MOST_SAMPLES),
                (int) rulebook.threshold(AnalysisParameters.MOST_CELLS),
                (long) rulebook.threshold(AnalysisParameters.SEED),
                rulebook.threshold(AnalysisParameters.NOTICEABLE_BITS),
                rulebook.threshold(AnalysisParameters.EFFORT_WEIGHT),
                rulebook.threshold(AnalysisParameters.ABOUT_PERCENT),
                (int) rulebook.threshold(AnalysisParameters.MOST_TRIALS));
    }

    /** The confidence of the advice with these answers, and the question to ask next. */
    public Interview interview(Evaluation evaluation) {
        AnalysisSettings settings = settings(evaluation.rulebook(rulebooks));
        return interview(evaluation, Map.of(), Set.of(), settings.samples(), settings.seed());
    }
}
