package org.hashwise.consultation;

import java.util.List;
import java.util.function.BiFunction;
import org.hashwise.advice.Situation;
import org.hashwise.analysis.Axis;
import org.hashwise.analysis.Flip;
import org.hashwise.analysis.FlipFinder;
import org.hashwise.analysis.Interview;
import org.hashwise.analysis.Interviewer;
import org.hashwise.analysis.Known;
import org.hashwise.analysis.Settings;
import org.hashwise.analysis.StrategyMap;
import org.hashwise.analysis.StrategyMapper;
import org.hashwise.rulebook.Rulebook;
import org.hashwise.rulebook.Rulebooks;
import org.springframework.stereotype.Service;

/** Asks the rulebook in force, again and again. */
@Service
class RulebookAnalyses implements Analyses {

    private static final Settings SETTINGS = new Settings(95, 2_000, 200_000, 250_000, 1, 0.01, 0.5, 20, 20_000);

    private final Rulebooks rulebooks;
    private final Consultation consultation;

    RulebookAnalyses(Rulebooks rulebooks, Consultation consultation) {
        this.rulebooks = rulebooks;
        this.consultation = consultation;
    }

    @Override
    public Interview interview(Consultation.Request request) {
        return ask(
                request,
                (rulebook, situation) -> new Interviewer(rulebook, SETTINGS)
                        .interview(Known.certain(situation), SETTINGS.samples(), SETTINGS.seed()));
    }

    @Override
    public List<Flip> flips(Consultation.Request request) {
        return ask(request, (rulebook, situation) -> new FlipFinder(rulebook).flips(situation));
    }

    @Override
    public StrategyMap map(Consultation.Request request, Axis x, Axis y) {
        return ask(request, (rulebook, situation) -> new StrategyMapper(rulebook).map(situation, x, y));
    }

    private <T> T ask(Consultation.Request request, BiFunction<Rulebook, Situation, T> question) {
        try (Rulebooks.Hold hold = rulebooks.hold()) {
            return question.apply(rulebooks.current(), consultation.situation(request));
        }
    }
}
