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
import org.hashwise.market.MarketSnapshot;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.rulebook.ActiveRulebook;
import org.hashwise.rulebook.Draft;
import org.hashwise.rulebook.Rulebook;
import org.hashwise.rulebook.model.CaseStudy;
import org.hashwise.rulebook.model.Parameter;
import org.hashwise.rulebook.model.StrategyProfile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The entry point to advice for pages, API and command line: evaluates answers by the edition of the rulebook in force.
 * Thread-safe.
 */
@Service
public class Consultation {

    /**
     * @param company as the company calls itself; may be empty
     * @param asOf the day for which advice is asked; null for today
     * @param answers validated
     */
    public record Request(String company, @Nullable LocalDate asOf, Language language, Answers answers) {

        /** The same request with other answers. */
        public Request with(Answers other) {
            return new Request(company, asOf, language, other);
        }
    }

    private final ActiveRulebook rulebooks;
    private final Clock clock;

    public Consultation(ActiveRulebook rulebooks, Clock clock) {
        this.rulebooks = rulebooks;
        this.clock = clock;
    }

    public Questionnaire questionnaire() {
        return rulebooks.current().questionnaire();
    }

    public MarketHistory markets() {
        return rulebooks.current().markets();
    }

    /**
     * Evaluates a request by the edition in force; advice and verdict are made when the evaluation is asked for them.
     * To be called once per request: all that is said about it comes from one evaluation.
     *
     * @throws NoMarketYet when no snapshot is as old as the day
     */
    public Evaluation evaluate(Request request) {
        return Evaluation.of(rulebooks.current(), request, LocalDate.now(clock));
    }

    /**
     * The market snapshot by which a request is evaluated.
     *
     * @throws NoMarketYet when no snapshot is as old as the day
     */
    public MarketSnapshot market(Request request) {
        LocalDate day = request.asOf() == null ? LocalDate.now(clock) : request.asOf();
        return Evaluation.market(rulebooks.current(), day, request.language());
    }

    /**
     * Evaluates what a request asks for: by the edition in force, or by the overlay that it names. To be called when all other
     * fields are read.
     *
     * @throws InvalidRequest naming all problems, when there are any
     * @throws NoMarketYet when no snapshot is as old as the day
     */
    public Evaluation evaluate(AdviceRequest body) {
        Overlays overlays = overlays();
        Overlay overlay = overlays.overlay(body);
        Evaluation own = evaluate(body.finish());
        return overlay == null ? own : overlays.apply(own, overlay);
    }

    /** The overlays and house views of the edition in force. */
    public Overlays overlays() {
        return Overlays.of(rulebooks.current());
    }

    /** The regulation table. */
    public Jurisdictions jurisdictions() {
        return rulebooks.current().jurisdictions();
    }

    /** The casebook, by id. */
    public List<CaseStudy> cases() {
        return rulebooks.current().cases();
    }

    public Optional<CaseStudy> caseStudy(String id) {
        return rulebooks.current().caseStudy(id);
    }

    /** The four strategies in words, in the order of the enum. */
    public List<StrategyProfile> strategies() {
        Rulebook rulebook = rulebooks.current();
        return Arrays.stream(Strategy.values()).map(rulebook::strategy).toList();
    }

    /** The fingerprint of the rulebook in force, {@code sha256:…}. */
    public String edition() {
        return rulebooks.current().edition();
    }

    /** A summary of the rulebook in force. */
    public EditionSummary editionSummary(Language language) {
        try (ActiveRulebook.Lease lease = rulebooks.lease()) {
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

    /** Changed files that are not in force because they have errors. */
    public Optional<Draft> draft() {
        return rulebooks.draft();
    }
}
