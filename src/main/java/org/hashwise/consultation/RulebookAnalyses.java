package org.hashwise.consultation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.hashwise.advice.RuleReading;
import org.hashwise.advice.Situation;
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
import org.hashwise.analysis.StrategyCase;
import org.hashwise.analysis.StrategyMap;
import org.hashwise.analysis.StrategyMapper;
import org.hashwise.analysis.WhyNot;
import org.hashwise.questionnaire.Distribution;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Nearest;
import org.hashwise.rulebook.ActiveRulebook;
import org.hashwise.rulebook.Rulebook;
import org.hashwise.rulebook.model.RuleSummary;
import org.springframework.stereotype.Service;

/** Asks the rulebook in force, again and again. */
@Service
class RulebookAnalyses implements Analyses {

    private final ActiveRulebook rulebooks;
    private final Consultation consultation;

    RulebookAnalyses(ActiveRulebook rulebooks, Consultation consultation) {
        this.rulebooks = rulebooks;
        this.consultation = consultation;
    }

    @Override
    public AnalysisSettings settings() {
        return Analyses.settings(rulebooks.current());
    }

    @Override
    public Interview interview(
            Consultation.Request request, Map<String, Distribution.Range> rough, int samples, long seed) {
        return ask(
                request,
                (rulebook, situation) -> new Interviewer(rulebook, Analyses.settings(rulebook))
                        .interview(new PartialAnswers(situation, new TreeMap<>(rough)), samples, seed));
    }

    @Override
    public List<Flip> flips(Consultation.Request request) {
        return ask(request, (rulebook, situation) -> new FlipFinder(rulebook).flips(situation));
    }

    @Override
    public Counterfactual smallestChange(Consultation.Request request, Strategy target, Set<String> locked) {
        return ask(
                request,
                (rulebook, situation) -> new CounterfactualFinder(rulebook, Analyses.settings(rulebook))
                        .smallest(situation, target, locked));
    }

    @Override
    public Optional<RuleReading> rule(Consultation.Request request, String id) {
        return ask(request, (rulebook, situation) -> new WhyNot(rulebook).rule(id, situation, request.language()));
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
    public StrategyCase strategy(Consultation.Request request, Strategy strategy) {
        return ask(
                request,
                (rulebook, situation) -> new WhyNot(rulebook).strategy(strategy, situation, request.language()));
    }

    @Override
    public StrategyMap map(Consultation.Request request, Axis x, Axis y) {
        return ask(request, (rulebook, situation) -> new StrategyMapper(rulebook).map(situation, x, y));
    }

    private <T> T ask(Consultation.Request request, BiFunction<Rulebook, Situation, T> question) {
        try (ActiveRulebook.Lease hold = rulebooks.hold()) {
            return question.apply(rulebooks.current(), consultation.situation(request));
        }
    }
}
