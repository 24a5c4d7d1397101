package org.hashwise.consultation;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.hashwise.analysis.Flip;
import org.hashwise.analysis.FlipFinder;
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
    private final ResultCache<Projection> projections = new ResultCache<>();

    RulebookProjections(ActiveRulebook rulebooks) {
        this.rulebooks = rulebooks;
    }

    @Override
    public Optional<ProjectionSettings> settings() {
        return settings(rulebooks.current());
    }

    @Override
    public Optional<ProjectionSettings> settings(Evaluation evaluation) {
        return settings(rulebook(evaluation));
    }

    @Override
    public Projection project(Evaluation evaluation, List<Flip> flips, Request asked) {
        return projections.get(
                evaluation,
                List.of(triggers(flips), asked),
                () -> project(rulebook(evaluation), evaluation, flips, asked));
    }

    /** The projection of a receipt, computed anew; empty when the edition has no parameters of a projection. */
    static Optional<ProjectionDocument> recorded(Rulebook rulebook, Evaluation evaluation) {
        return settings(rulebook)
                .map(settings -> ProjectionDocument.recorded(settings, usual -> {
                    List<Flip> flips = new FlipFinder(evaluation.adviser()).flips(evaluation.situation());
                    return project(rulebook, evaluation, flips, usual);
                }));
    }

    private static Optional<ProjectionSettings> settings(Rulebook rulebook) {
        return rulebook.parameters().containsKey(ProjectionParameters.PRICE_VOLATILITY_PERCENT)
                ? Optional.of(Projections.settings(rulebook))
                : Optional.empty();
    }

    private Rulebook rulebook(Evaluation evaluation) {
        return evaluation.adviser() instanceof Rulebook own ? own : rulebooks.current();
    }

    private static Projection project(Rulebook rulebook, Evaluation evaluation, List<Flip> flips, Request asked) {
        Scenario scenario = asked.scenario();
        ProjectionRequest request = new ProjectionRequest(
                asked.months(),
                asked.paths(),
                asked.seed(),
                begin(rulebook, scenario),
                asked.quotes(),
                scenario == Scenario.ADVERSE);
        return new Projector(evaluation.adviser(), Projections.settings(rulebook))
                .project(evaluation.situation(), request, triggers(flips));
    }

    private static List<TriggerLevel> triggers(List<Flip> flips) {
        return flips.stream()
                .filter(flip -> TRIGGERS.contains(flip.id()))
                .map(RulebookProjections::trigger)
                .toList();
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
