package org.hashwise.consultation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
import org.hashwise.rulebook.model.CaseStudy;
import org.hashwise.rulebook.model.RuleSummary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Analyses by the edition that evaluated the request. */
@Service
class RulebookAnalyses implements Analyses {

    private final ActiveRulebook rulebooks;
    private final ResultCache<Interview> interviews = new ResultCache<>();
    private final ResultCache<List<Flip>> flips = new ResultCache<>();
    private final ResultCache<Counterfactual> changes = new ResultCache<>();

    /** Of the edition that was asked last. */
    private volatile @Nullable PeersOfEdition peersOfEdition;

    private record PeersOfEdition(String edition, Peers peers) {}

    RulebookAnalyses(ActiveRulebook rulebooks) {
        this.rulebooks = rulebooks;
    }

    @Override
    public AnalysisSettings settings() {
        return Analyses.settings(rulebooks.current());
    }

    @Override
    public Interview interview(
            Evaluation evaluation, Map<String, Distribution.Range> rough, Set<String> unknown, int samples, long seed) {
        PartialAnswers known = new PartialAnswers(evaluation.situation(), new TreeMap<>(rough), new TreeSet<>(unknown));
        return interviews.get(
                evaluation,
                List.of(known.rough(), known.unknown(), samples, seed),
                () -> new Interviewer(evaluation.adviser(), settings()).interview(known, samples, seed));
    }

    @Override
    public List<Flip> flips(Evaluation evaluation) {
        return flips.get(
                evaluation, "", () -> List.copyOf(new FlipFinder(evaluation.adviser()).flips(evaluation.situation())));
    }

    @Override
    public Counterfactual smallestChange(Evaluation evaluation, Strategy target, Set<String> locked) {
        return changes.get(
                evaluation,
                List.of(target, Set.copyOf(locked)),
                () -> new CounterfactualFinder(evaluation.adviser(), settings())
                        .smallest(evaluation.situation(), target, locked));
    }

    @Override
    public Optional<RuleReading> rule(Evaluation evaluation, String id) {
        return new WhyNot(evaluation.adviser())
                .rule(id, evaluation.situation(), evaluation.request().language());
    }

    @Override
    public Optional<String> nearestRule(String id) {
        return Nearest.to(
                id,
                rulebooks.current().rules(Language.EN).stream()
                        .map(RuleSummary::id)
                        .toList());
    }

    @Override
    public StrategyCase strategy(Evaluation evaluation, Strategy strategy) {
        return new WhyNot(evaluation.adviser()).strategy(strategy, evaluation.situation(), evaluation.advice());
    }

    @Override
    public StrategyMap map(Evaluation evaluation, Axis x, Axis y) {
        return new StrategyMapper(evaluation.adviser()).map(evaluation.situation(), x, y);
    }

    @Override
    public Peers.Nearest peers(Evaluation evaluation, int most) {
        LocalDate day = evaluation.situation().asOf();
        String company = evaluation.request().company();
        Rulebook rulebook = rulebooks.current();
        boolean isKnown = rulebook.cases().stream().anyMatch(study -> isOf(study, company, day));
        Peers peers = isKnown
                ? peers(rulebook, study -> !isOf(study, company, day)) // a company is no peer of itself
                : allPeers(rulebook);
        return peers.nearest(evaluation.situation(), most);
    }

    private static boolean isOf(CaseStudy study, String company, LocalDate day) {
        return study.asOf().equals(day) && study.company().equalsIgnoreCase(company);
    }

    private Peers allPeers(Rulebook rulebook) {
        PeersOfEdition last = peersOfEdition;
        if (last == null || !last.edition().equals(rulebook.edition())) {
            last = new PeersOfEdition(rulebook.edition(), peers(rulebook, study -> true));
            peersOfEdition = last;
        }
        return last.peers();
    }

    private static Peers peers(Rulebook rulebook, Predicate<CaseStudy> included) {
        return new Peers(rulebook.cases().stream()
                .filter(included)
                .collect(Collectors.toMap(CaseStudy::id, CaseStudy::answers)));
    }
}
