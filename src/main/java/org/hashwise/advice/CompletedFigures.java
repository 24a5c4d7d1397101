package org.hashwise.advice;

import org.hashwise.economics.Estimates;
import org.hashwise.economics.Jurisdictions;
import org.hashwise.market.MarketSnapshot;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Figures;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.questionnaire.Typical;
import org.jspecify.annotations.Nullable;

/**
 * The answers of a company, completed with market values and assumptions as they are read. An estimate may read other estimates.
 * INVARIANT: the rulebook was checked for estimates that depend on themselves.
 */
class CompletedFigures extends PartialFigures {

    final Questionnaire questionnaire;
    final MarketSnapshot market;
    final Jurisdictions jurisdictions;
    final @Nullable Answer[] given;
    final @Nullable Answer[] values;

    /** @param given answers at the positions of their questions; the array is ours from here on */
    CompletedFigures(
            Questionnaire questionnaire, @Nullable Answer[] given, MarketSnapshot market, Jurisdictions jurisdictions) {
        this(questionnaire, given, given.clone(), market, jurisdictions);
    }

    /** @param values those that are known already, at the positions of their questions; the array is ours from here on */
    CompletedFigures(
            Questionnaire questionnaire,
            @Nullable Answer[] given,
            @Nullable Answer[] values,
            MarketSnapshot market,
            Jurisdictions jurisdictions) {
        super(questionnaire);
        this.questionnaire = questionnaire;
        this.market = market;
        this.jurisdictions = jurisdictions;
        this.given = given;
        this.values = values;
    }

    /** The assumption for a question that is not answered; null when there is none. */
    static @Nullable Answer typical(
            Question question, Figures figures, MarketSnapshot market, Jurisdictions jurisdictions) {
        Typical typical = question.typical();
        if (typical instanceof Typical.Fixed fixed) {
            return fixed.value();
        }
        if (typical instanceof Typical.FromMarket) {
            MarketSnapshot.Indicator indicator = market.indicators().get(question.id());
            return indicator == null ? null : new Answer.Number(indicator.value());
        }
        if (typical instanceof Typical.Estimated estimate) {
            return Estimates.value(estimate, figures, jurisdictions);
        }
        return null;
    }

    /** The value of a question, or null when it is computed and was not given. */
    @Override
    public @Nullable Answer valueAt(int position) {
        Answer value = values[position];
        if (value == null) {
            value = typical(questionnaire.questions().get(position), this, market, jurisdictions);
            values[position] = value;
        }
        return value;
    }

    @Override
    public boolean isAnsweredAt(int position) {
        return given[position] != null;
    }
}
