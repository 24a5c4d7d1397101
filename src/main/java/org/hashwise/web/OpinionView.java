package org.hashwise.web;

import java.util.List;
import org.hashwise.consultation.Evaluation;
import org.hashwise.consultation.Overlays;
import org.hashwise.consultation.ViewPanel;
import org.hashwise.questionnaire.Text;
import org.hashwise.rulebook.model.Parameter;

/**
 * The advice of a house view to the company, as the page shows it.
 *
 * @param settings the thresholds of the view in its order
 */
record OpinionView(ViewPanel.Opinion opinion, List<Setting> settings) {

    /**
     * A threshold with another value in the view.
     *
     * @param parameter with the value of the edition
     */
    record Setting(Parameter parameter, double value, Text source) {}

    /** The opinions of all house views, in their order. */
    static List<OpinionView> of(Evaluation evaluation, Overlays overlays) {
        return overlays
                .panel(overlays.views())
                .opinions(
                        evaluation.situation(),
                        evaluation.advice().recommendation().strategy())
                .stream()
                .map(opinion -> new OpinionView(
                        opinion,
                        opinion.view().overrides().stream()
                                .map(override -> new Setting(
                                        overlays.parameter(override.parameter()), override.value(), override.source()))
                                .toList()))
                .toList();
    }
}
