package org.hashwise.api;

import jakarta.servlet.http.HttpServletRequest;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.RequestLanguage;
import org.hashwise.questionnaire.Language;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoint that describes the rulebook in force: rules, thresholds, and what waits to replace them. */
@RestController
@RequestMapping(path = "/api/v1/rulebook", produces = MediaType.APPLICATION_JSON_VALUE)
class RulebookApi {

    private final Consultation consultation;

    RulebookApi(Consultation consultation) {
        this.consultation = consultation;
    }

    /** The edition in force, and the draft that its successor would be but for its errors. */
    @GetMapping
    RulebookResponse rulebook(HttpServletRequest http) {
        Language language = RequestLanguage.of(http);
        return RulebookResponse.of(consultation.editionSummary(language), language);
    }
}
