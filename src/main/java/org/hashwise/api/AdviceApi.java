package org.hashwise.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.hashwise.consultation.AdviceDocument;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.Wording;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoint for the advice to one company. */
@RestController
@RequestMapping("/api/v1")
class AdviceApi {

    private final Consultation consultation;
    private final Wording wording;

    AdviceApi(Consultation consultation, Wording wording) {
        this.consultation = consultation;
        this.wording = wording;
    }

    // Takes the stream and not an object, so that the size is limited while reading and all problems are ours to tell.
    @PostMapping(
            path = "/advice",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    AdviceDocument advice(HttpServletRequest http) throws IOException {
        Consultation.Request request = AdviceRequest.read(
                JsonBody.read(RequestStream.of(http)), consultation.questionnaire(), RequestLanguage.of(http));
        return AdviceDocument.of(consultation.evaluate(request).advice(), wording);
    }
}
