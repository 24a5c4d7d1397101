package org.hashwise.rulebook.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hashwise.advice.Situation;
import org.hashwise.advice.TypicalValues;
import org.hashwise.economics.Jurisdictions;
import org.hashwise.market.MarketSnapshot;
import org.hashwise.questionnaire.Answers;
import org.hashwise.rulebook.language.RulebookContents;

/** The contents of a rulebook, ready to be evaluated. Immutable and thread-safe. */
public abstract class RuleEngine implements AutoCloseable {

    private final RulebookContents contents;
    private final DoubtRules plausibility;
    private final Jurisdictions regulation;
    final EffectTable effects;

    /** Of the markets of this rulebook, by their dates; made when they are first needed. */
    private final Map<LocalDate, TypicalValues> typicalValues = new ConcurrentHashMap<>();

    RuleEngine(RulebookContents contents) {
        this.contents = contents;
        this.effects = EffectTable.of(contents.policy());
        this.plausibility = DoubtRules.of(this::doubting, contents);
        this.regulation = RegulationTable.of(this::rowsFor, contents);
    }

    /** The contents of the rulebook that it evaluates. */
    public final RulebookContents contents() {
        return contents;
    }

    /** The regulation table, as its rows grade places. */
    public final Jurisdictions jurisdictions() {
        return regulation;
    }

    /** Every consequence of the policy, in the order of the rules. */
    public final List<PolicyEffect> effects() {
        return effects.effects();
    }

    /** The rules that doubt answers; what they say is no part of {@link #evaluate}. */
    public final DoubtRules plausibility() {
        return plausibility;
    }

    /**
     * Lets all rules look at a situation: first the policy, then the scores, then the decision.
     *
     * @throws org.hashwise.advice.EvaluationStopped when they go on without end
     */
    public abstract Findings evaluate(Situation situation);

    /** A company as the rules see it, with the market values of the day; empty when no snapshot is as old as the day. */
    public final Optional<Situation> situation(Answers answers, LocalDate day) {
        return contents.markets().asOf(day).map(market -> situation(answers, market, day));
    }

    /**
     * A company as the rules see it on a market.
     *
     * @param market any; companies on one of this rulebook share its typical values
     */
    public final Situation situation(Answers answers, MarketSnapshot market, LocalDate day) {
        boolean own = contents.markets().nearest(market.asOf()).equals(market);
        TypicalValues values = own
                ? typicalValues.computeIfAbsent(market.asOf(), date -> typicalValues(market))
                : typicalValues(market);
        return Situation.of(values, answers, day);
    }

    private TypicalValues typicalValues(MarketSnapshot market) {
        return new TypicalValues(contents.questionnaire(), market, regulation);
    }

    /** The positions of the rows of the regulation table that match a code, in ascending order. */
    public abstract List<Integer> rowsFor(String code);

    /** The positions of the rules that doubt answers of a company, in ascending order; asked only if there are any. */
    abstract List<Integer> doubting(Situation situation);

    @Override
    public void close() {
        // an engine without resources of its own
    }
}
