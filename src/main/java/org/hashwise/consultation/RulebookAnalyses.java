package org.hashwise.consultation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Distribution;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Nearest;
import org.hashwise.rulebook.ActiveRulebook;
import org.hashwise.rulebook.model.CaseStudy;
import org.hashwise.rulebook.model.RuleSummary;
import org.springframework.stereotype.Service;

/** Analyses by the edition that evaluated the request. */
@Service
class RulebookAnalyses implements Analyses {

    private final ActiveRulebook rulebooks;

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
        return new Interviewer(evaluation.adviser(), settings()).interview(known, samples, seed);
    }

    @Override
    public List<Flip> flips(Evaluation evaluation) {
        return new FlipFinder(evaluation.adviser()).flips(evaluation.situation());
    }

    @Override
    public Counterfactual smallestChange(Evaluation evaluation, Strategy target, Set<String> locked) {
        return new CounterfactualFinder(evaluation.adviser(), settings())
                .smallest(evaluation.situation(), target, locked);
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
        Map<String, Answers> known = rulebooks.current().cases().stream()
                .filter(study -> !(study.asOf().equals(day) && study.company().equalsIgnoreCase(company)))
                .collect(Collectors.toMap(CaseStudy::id, CaseStudy::answers));
        return new Peers(known).nearest(evaluation.situation(), most);
    }
}
