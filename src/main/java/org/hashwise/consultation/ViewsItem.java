package org.hashwise.consultation;

import java.util.List;
import org.hashwise.advice.Extent;
import org.hashwise.advice.Strategy;
import org.hashwise.advice.Verdict;
import org.hashwise.consultation.ViewPanel.Divider;
import org.hashwise.consultation.ViewPanel.Opinion;
import org.hashwise.questionnaire.Language;
import org.jspecify.annotations.Nullable;

/**
 * The advice of house views about a company, as JSON.
 *
 * @param agreement number of views that recommend the strategy of the edition
 * @param of number of views that were asked
 * @param dissenters ids of those that recommend another strategy
 */
public record ViewsItem(int agreement, int of, List<String> dissenters, List<OpinionItem> opinions) {

    public static ViewsItem of(List<Opinion> opinions, Wording wording, Language language) {
        List<String> dissenters = opinions.stream()
                .filter(opinion -> !opinion.agrees())
                .map(opinion -> opinion.view().id())
                .toList();
        return new ViewsItem(
                opinions.size() - dissenters.size(),
                opinions.size(),
                dissenters,
                opinions.stream()
                        .map(opinion -> OpinionItem.of(opinion, wording, language))
                        .toList());
    }

    /** A recommendation without its sentence. */
    public record RecommendationItem(
            Strategy strategy,
            @Nullable Extent extent,
            @Nullable Strategy combineWith) {
        public static RecommendationItem of(Verdict verdict) {
            return new RecommendationItem(verdict.strategy(), verdict.extent(), verdict.combineWith());
        }
    }

    /**
     * @param rulebook the edition with the hash of the overlay that the view is
     * @param dividedBy null when the view agrees, and when no single threshold of it changes the recommendation
     * @param text one sentence about agreement and what divides
     */
    public record OpinionItem(
            String view,
            String title,
            String rulebook,
            RecommendationItem recommendation,
            boolean agrees,
            @Nullable DividerItem dividedBy,
            String text) {
        static OpinionItem of(Opinion opinion, Wording wording, Language language) {
            Divider divider = opinion.dividedBy();
            return new OpinionItem(
                    opinion.view().id(),
                    opinion.view().title().in(language),
                    opinion.edition(),
                    RecommendationItem.of(opinion.verdict()),
                    opinion.agrees(),
                    divider == null ? null : DividerItem.of(divider),
                    text(opinion, wording, language));
        }

        private static String text(Opinion opinion, Wording wording, Language language) {
            Divider divider = opinion.dividedBy();
            if (divider == null) {
                return wording.text(opinion.agrees() ? "view.agrees" : "view.together", language);
            }
            return wording.text(
                    "view.divided",
                    language,
                    divider.parameter().meaning().in(language),
                    quantity(divider.parameter().value(), divider, language),
                    quantity(divider.value(), divider, language));
        }

        private static String quantity(double value, Divider divider, Language language) {
            return (Wording.number(value, language) + " " + divider.parameter().unit()).strip();
        }
    }

    /**
     * @param from value of the edition
     * @param to value of the view
     * @param leadsTo the strategy that is recommended when this threshold alone is changed
     */
    public record DividerItem(String parameter, Number from, Number to, String unit, Strategy leadsTo) {
        static DividerItem of(Divider divider) {
            return new DividerItem(
                    divider.parameter().name(),
                    Plain.number(divider.parameter().value()),
                    Plain.number(divider.value()),
                    divider.parameter().unit(),
                    divider.strategy());
        }
    }
}
