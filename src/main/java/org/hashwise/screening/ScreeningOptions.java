package org.hashwise.screening;

import org.hashwise.consultation.AdviceRequest;
import org.hashwise.consultation.Alternatives;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.InvalidRequest;
import org.hashwise.consultation.JsonBody;
import org.hashwise.consultation.Overlays;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Questionnaire;

/**
 * The options of one screening.
 *
 * @param common what counts for each company that does not say otherwise
 * @param full whether each outcome has the whole advice
 * @param flips whether the nearest flip is looked for, which takes hundreds of evaluations for each company
 * @param alternatives to the edition as it is, which are evaluated for each company too
 */
public record ScreeningOptions(Consultation.Request common, boolean full, boolean flips, Alternatives alternatives) {

    /** A screening by the edition as it is. */
    public ScreeningOptions(Consultation.Request common, boolean full, boolean flips) {
        this(common, full, flips, Alternatives.NONE);
    }

    /**
     * Reads what all companies share.
     *
     * @param common the body of a request for advice, with {@link Alternatives#OVERLAY} and {@link Alternatives#VIEWS}
     * @param language when the body names none
     * @throws InvalidRequest naming all problems
     */
    public static ScreeningOptions read(
            JsonBody common,
            Questionnaire questionnaire,
            Overlays overlays,
            Language language,
            boolean full,
            boolean flips) {
        AdviceRequest body =
                AdviceRequest.with(common, questionnaire, language, Alternatives.OVERLAY, Alternatives.VIEWS);
        Alternatives alternatives = overlays.read(body);
        return new ScreeningOptions(body.finish(), full, flips, alternatives);
    }

    public Language language() {
        return common.language();
    }
}
