package org.hashwise.advice;

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
 * The typical values of questions that are not answered, on one market and by one table of jurisdictions. The arguments of an estimate
 * are resolved when it is first needed, and once, as many companies are completed from it. Thread-safe.
 */
final class TypicalValues {

    private final Questionnaire questionnaire;
    private final MarketSnapshot market;
    private final Jurisdictions jurisdictions;

    // Two threads may both resolve an estimate, and find the same.
    private final @Nullable Estimate[] estimates;

    TypicalValues(Questionnaire questionnaire, MarketSnapshot market, Jurisdictions jurisdictions) {
        this.questionnaire = questionnaire;
        this.market = market;
        this.jurisdictions = jurisdictions;
        this.estimates = new Estimate[questionnaire.questions().size()];
    }

    /**
     * The typical value of the question at a position; null when there is none.
     *
     * @throws IllegalArgumentException when an estimate lacks an argument or a question, or has no entry for the company
     */
    @Nullable
    Answer at(int position, Figures figures) {
        Question question = questionnaire.questions().get(position);
        Typical typical = question.typical();
        if (typical instanceof Typical.Fixed fixed) {
            return fixed.value();
        }
        if (typical instanceof Typical.FromMarket) {
            MarketSnapshot.Indicator indicator = market.indicators().get(question.id());
            return indicator == null ? null : new Answer.Number(indicator.value());
        }
        if (typical instanceof Typical.Estimated estimated) {
            return estimate(position, estimated).value(figures);
        }
        return null;
    }

    private Estimate estimate(int position, Typical.Estimated estimated) {
        Estimate known = estimates[position];
        if (known == null) {
            known = Estimates.resolve(estimated, questionnaire::position, jurisdictions);
            estimates[position] = known;
        }
        return known;
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
