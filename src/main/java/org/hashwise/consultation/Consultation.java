package org.hashwise.consultation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hashwise.economics.Jurisdictions;
import org.hashwise.market.MarketHistory;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.rulebook.ActiveRulebook;
import org.hashwise.rulebook.Draft;
import org.hashwise.rulebook.model.CaseStudy;
import org.hashwise.rulebook.model.StrategyProfile;
import org.jspecify.annotations.Nullable;

/**
 * The entry point to advice for pages, API and command line: evaluates answers by the edition of the rulebook in force.
 * Thread-safe.
 */
public interface Consultation {

    /**
     * @param company as the company calls itself; may be empty
     * @param asOf the day for which advice is asked; null for today
     * @param answers validated
     */
    record Request(String company, @Nullable LocalDate asOf, Language language, Answers answers) {

        /** The same request with other answers. */
        public Request with(Answers other) {
            return new Request(company, asOf, language, other);
        }
    }

    /** For programs without the rest of the application. */
    static Consultation of(ActiveRulebook rulebooks, Clock clock) {
        return new RulebookConsultation(rulebooks, clock);
    }

    Questionnaire questionnaire();

    MarketHistory markets();

    /**
     * Evaluates a request by the edition in force; advice and verdict are made when the evaluation is asked for them.
     * To be called once per request: all that is said about it comes from one evaluation.
     *
     * @throws NoMarketYet when no snapshot is as old as the day
     */
    Evaluation evaluate(Request request);

    /** The overlays and house views of the edition in force. */
    Overlays overlays();

    /** The regulation table. */
    Jurisdictions jurisdictions();

    /** The casebook, by id. */
    List<CaseStudy> cases();

    Optional<CaseStudy> caseStudy(String id);

    /** The four strategies in words, in the order of the enum. */
    List<StrategyProfile> strategies();

    /** The fingerprint of the rulebook in force, {@code sha256:…}. */
    String edition();

    /** What is known about the rulebook in force. */
    EditionSummary imprint(Language language);

    /** Changed files that are not in force because they have errors. */
    Optional<Draft> draft();
}
