package org.hashwise.api;

import java.util.List;
import org.hashwise.advice.Strategy;
import org.hashwise.analysis.Controllability;
import org.hashwise.analysis.Counterfactual;
import org.hashwise.analysis.Step;
import org.hashwise.consultation.Plain;
import org.hashwise.consultation.Wording;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Mover;
import org.jspecify.annotations.Nullable;

/**
 * The smallest change as JSON.
 *
 * @param levers changes that the company can make, at least in part
 * @param market changes that no party makes alone
 * @param statement the result in one sentence
 */
record CounterfactualResponse(
        Strategy current,
        Strategy target,
        boolean found,
        List<StepItem> levers,
        List<StepItem> market,
        Number distance,
        Counterfactual.Searched searched,
        String statement) {

    static CounterfactualResponse of(Counterfactual change, Language language, Wording wording) {
        return new CounterfactualResponse(
                change.current(),
                change.target(),
                change.found(),
                items(change, Controllability.COMPANY, language, wording),
                items(change, Controllability.MARKET, language, wording),
                Plain.number(change.distance()),
                change.searched(),
                wording.statement(change, language));
    }

    private static List<StepItem> items(
            Counterfactual change, Controllability kind, Language language, Wording wording) {
        return change.steps().stream()
                .filter(step -> step.kind() == kind)
                .map(step -> StepItem.of(step, language, wording))
                .toList();
    }

    record StepItem(
            String id,
            Object from,
            Object to,
            Number distance,
            Mover by,
            @Nullable Integer within,
            String text) {
        static StepItem of(Step step, Language language, Wording wording) {
            return new StepItem(
                    step.id(),
                    Plain.value(step.from()),
                    Plain.value(step.to()),
                    Plain.number(step.distance()),
                    step.by(),
                    step.within() == 0 ? null : step.within(),
                    wording.change(step.id(), step.from(), step.to(), language));
        }
    }
}
