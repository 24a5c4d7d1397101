package org.hashwise.screening;

import org.hashwise.consultation.Consultation;
import org.hashwise.questionnaire.Language;

/**
 * What a screening is asked for.
 *
 * @param common what counts for each company that does not say otherwise
 * @param full whether each outcome has the whole advice
 * @param flips whether the nearest flip is looked for, which takes hundreds of evaluations for each company
 */
public record ScreeningOptions(Consultation.Request common, boolean full, boolean flips) {

    public Language language() {
        return common.language();
    }
}
