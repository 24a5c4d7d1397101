package org.hashwise.advice;

import java.util.Arrays;
import org.hashwise.economics.Estimate;
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
 * The typical values of questions that are not answered, on one market and by one table of jurisdictions. The arguments of estimates are
 * resolved once, as many companies are completed from them. Immutable.
 */
final class TypicalValues {

    private final Questionnaire questionnaire;
    private final MarketSnapshot market;
    private final Jurisdictions jurisdictions;
    private final @Nullable Estimate[] byPosition;

    /** @throws IllegalArgumentException when an estimate has no such formula, or lacks an argument or a question */
    TypicalValues(Questionnaire questionnaire, MarketSnapshot market, Jurisdictions jurisdictions) {
        this.questionnaire = questionnaire;
        this.market = market;
        this.jurisdictions = jurisdictions;
        this.byPosition = new Estimate[questionnaire.questions().size()];
        Arrays.setAll(byPosition, position -> estimate(questionnaire.questions().get(position)));
    }

    private @Nullable Estimate estimate(Question question) {
        Typical typical = question.typical();
        if (typical instanceof Typical.Fixed fixed) {
            return figures -> fixed.value();
        }
        if (typical instanceof Typical.FromMarket) {
            MarketSnapshot.Indicator indicator = market.indicators().get(question.id());
            Answer value = indicator == null ? null : new Answer.Number(indicator.value());
            return value == null ? null : figures -> value;
        }
        if (typical instanceof Typical.Estimated estimated) {
            return Estimates.resolve(estimated, questionnaire::position, jurisdictions);
        }
        return null;
    }

    /** The typical value of the question at a position; null when there is none. */
    @Nullable
    Answer at(int position, Figures figures) {
        Estimate estimate = byPosition[position];
        return estimate == null ? null : estimate.value(figures);
    }

    Questionnaire questionnaire() {
        return questionnaire;
    }

    MarketSnapshot market() {
        return market;
    }

    Jurisdictions jurisdictions() {
        return jurisdictions;
    }
}
