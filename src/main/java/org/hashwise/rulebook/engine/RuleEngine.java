package org.hashwise.rulebook.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hashwise.advice.Situation;
import org.hashwise.economics.Jurisdictions;
import org.hashwise.questionnaire.Answers;
import org.hashwise.rulebook.language.RulebookContents;

/** The contents of a rulebook, ready to be evaluated. Immutable and thread-safe. */
public interface RuleEngine extends AutoCloseable {

    /** What it evaluates. */
    RulebookContents contents();

    /** The regulation table, as its rows grade places. */
    Jurisdictions jurisdictions();

    /** Every consequence of the policy, in the order of the rules. */
    List<Effect> effects();

    /** The rules that doubt answers; what they say is no part of an evaluation. */
    DoubtRules plausibility();

    /**
     * Lets all rules look at a situation: first the policy, then the scores, then the decision.
     *
     * @throws org.hashwise.advice.EvaluationStopped when they go on without end
     */
    Findings evaluate(Situation situation);

    /** A company as the rules see it, with the market values of the day; empty when no snapshot is as old as the day. */
    default Optional<Situation> situation(Answers answers, LocalDate day) {
        return contents()
                .markets()
                .asOf(day)
                .map(market -> Situation.of(contents().questionnaire(), answers, market, jurisdictions(), day));
    }

    /** The positions of the rows of the regulation table that match a code, in ascending order. */
    List<Integer> rowsFor(String code);

    @Override
    void close();
}
