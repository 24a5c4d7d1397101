package org.hashwise.consultation;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.hashwise.analysis.Flip;
import org.hashwise.projection.PathScenario;
import org.hashwise.projection.Projection;
import org.hashwise.projection.ProjectionRequest;
import org.hashwise.projection.ProjectionSettings;
import org.hashwise.projection.Projector;
import org.hashwise.projection.TriggerLevel;
import org.hashwise.questionnaire.Answer;
import org.hashwise.rulebook.ActiveRulebook;
import org.hashwise.rulebook.Rulebook;
import org.hashwise.rulebook.model.ProjectionParameters;
import org.springframework.stereotype.Service;

/** Projections by the edition that evaluated the request. */
@Service
class RulebookProjections implements Projections {

    private static final List<String> TRIGGERS =
            List.of("market.btcPriceUsd", "market.networkHashrateEh", "market.hashpriceUsdPerPhDay");

    private final ActiveRulebook rulebooks;

    RulebookProjections(ActiveRulebook rulebooks) {
        this.rulebooks = rulebooks;
    }

    @Override
    public Optional<ProjectionSettings> settings() {
        Rulebook rulebook = rulebooks.current();
        return rulebook.parameters().containsKey(ProjectionParameters.PRICE_VOLATILITY_PERCENT)
                ? Optional.of(Projections.settings(rulebook))
                : Optional.empty();
    }

    @Override
    public Projection project(Evaluation evaluation, List<Flip> flips, Request asked) {
        Rulebook rulebook = rulebooks.current();
        Scenario scenario = asked.scenario();
        ProjectionRequest request = new ProjectionRequest(
                asked.months(),
                asked.paths(),
                asked.seed(),
                begin(rulebook, scenario),
                asked.quotes(),
                scenario == Scenario.ADVERSE);
        List<TriggerLevel> triggers = flips.stream()
                .filter(flip -> TRIGGERS.contains(flip.id()))
                .map(RulebookProjections::trigger)
                .toList();
        return new Projector(evaluation.adviser(), Projections.settings(rulebook))
                .project(evaluation.situation(), request, triggers);
    }

    private static TriggerLevel trigger(Flip flip) {
        double at = ((Answer.Number) flip.at()).value();
        return new TriggerLevel(flip.id(), flip.direction() == Flip.Direction.UP, at, flip.to());
    }

    private static PathScenario begin(Rulebook rulebook, Scenario scenario) {
        if (scenario == Scenario.ADVERSE) {
            return PathScenario.stress();
        }
        YearMonth from = scenario.from;
        YearMonth to = scenario.to;
        return from == null || to == null
                ? PathScenario.neutral()
                : PathScenario.replay(rulebook.markets().snapshots(), from, to);
    }
}
