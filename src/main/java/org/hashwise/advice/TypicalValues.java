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
 * The typical values of questions that are not answered, on one market and by one table of jurisdictions. Each is resolved when it is
 * first needed, and once, as many companies are completed from it. Thread-safe.
 */
public final class TypicalValues {

    private static final Estimate NONE = figures -> {
        throw new IllegalStateException("no typical value");
    };

    private final Questionnaire questionnaire;
    private final MarketSnapshot market;
    private final Jurisdictions jurisdictions;

    // Two threads may both resolve a value, and find the same.
    private final @Nullable Estimate[] byPosition;

    public TypicalValues(Questionnaire questionnaire, MarketSnapshot market, Jurisdictions jurisdictions) {
        this.questionnaire = questionnaire;
        this.market = market;
        this.jurisdictions = jurisdictions;
        this.byPosition = new Estimate[questionnaire.questions().size()];
    }

    /**
     * The typical value of the question at a position; null when there is none.
     *
     * @throws IllegalArgumentException when an estimate lacks an argument or a question, or has no entry for the company
     */
    @Nullable
    Answer at(int position, Figures figures) {
        Estimate known = byPosition[position];
        if (known == null) {
            known = resolve(questionnaire.questions().get(position));
            byPosition[position] = known;
        }
        return known == NONE ? null : known.value(figures);
    }

    private Estimate resolve(Question question) {
        Typical typical = question.typical();
        if (typical instanceof Typical.Fixed fixed) {
            return always(fixed.value());
        }
        if (typical instanceof Typical.FromMarket) {
            MarketSnapshot.Indicator indicator = market.indicators().get(question.id());
            return indicator == null ? NONE : always(new Answer.Number(indicator.value()));
        }
        if (typical instanceof Typical.Estimated estimated) {
            return Estimates.resolve(estimated, questionnaire::position, jurisdictions);
        }
        return NONE;
    }

    private static Estimate always(Answer value) {
        return figures -> value;
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
