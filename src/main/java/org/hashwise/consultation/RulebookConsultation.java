package org.hashwise.consultation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hashwise.advice.Strategy;
import org.hashwise.economics.Jurisdictions;
import org.hashwise.market.MarketHistory;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.rulebook.ActiveRulebook;
import org.hashwise.rulebook.Draft;
import org.hashwise.rulebook.Rulebook;
import org.hashwise.rulebook.model.CaseStudy;
import org.hashwise.rulebook.model.Parameter;
import org.hashwise.rulebook.model.StrategyProfile;
import org.springframework.stereotype.Service;

/** Advises by the rulebook in force. */
@Service
class RulebookConsultation implements Consultation {

    private final ActiveRulebook rulebooks;
    private final Clock clock;

    RulebookConsultation(ActiveRulebook rulebooks, Clock clock) {
        this.rulebooks = rulebooks;
        this.clock = clock;
    }

    @Override
    public Questionnaire questionnaire() {
        return rulebooks.current().questionnaire();
    }

    @Override
    public MarketHistory markets() {
        return rulebooks.current().markets();
    }

    @Override
    public Evaluation evaluate(Request request) {
        return Evaluation.of(rulebooks.current(), request, clock);
    }

    @Override
    public Overlays overlays() {
        return Overlays.of(rulebooks.current());
    }

    @Override
    public Jurisdictions jurisdictions() {
        return rulebooks.current().jurisdictions();
    }

    @Override
    public List<CaseStudy> cases() {
        return rulebooks.current().cases();
    }

    @Override
    public Optional<CaseStudy> caseStudy(String id) {
        return cases().stream().filter(study -> study.id().equals(id)).findFirst();
    }

    @Override
    public List<StrategyProfile> strategies() {
        Rulebook rulebook = rulebooks.current();
        return Arrays.stream(Strategy.values()).map(rulebook::strategy).toList();
    }

    @Override
    public String edition() {
        return rulebooks.current().edition();
    }

    @Override
    public EditionSummary imprint(Language language) {
        try (ActiveRulebook.Lease hold = rulebooks.hold()) {
            Rulebook rulebook = rulebooks.current();
            return new EditionSummary(
                    rulebook.edition(),
                    rulebooks.loadedAt(),
                    rulebook.verdictSource(),
                    rulebook.rules(language),
                    rulebook.parameters().values().stream()
                            .sorted(Comparator.comparing(Parameter::file).thenComparing(Parameter::line))
                            .map(parameter -> new EditionSummary.AgedParameter(parameter, age(parameter)))
                            .toList(),
                    rulebooks.draft());
        }
    }

    private long age(Parameter parameter) {
        return ChronoUnit.DAYS.between(parameter.date(), LocalDate.now(clock));
    }

    @Override
    public Optional<Draft> draft() {
        return rulebooks.draft();
    }
}
