package org.hashwise.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;
import org.hashwise.analysis.AnalysisSettings;
import org.hashwise.analysis.Interview;
import org.hashwise.consultation.AdviceRequest;
import org.hashwise.consultation.Analyses;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.JsonBody;
import org.hashwise.consultation.RequestLanguage;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoint of the adaptive interview. */
@RestController
@RequestMapping("/api/v1")
class InterviewApi {

    private final Consultation consultation;
    private final Analyses analyses;

    InterviewApi(Consultation consultation, Analyses analyses) {
        this.consultation = consultation;
        this.analyses = analyses;
    }

    @PostMapping(
            path = "/interview",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    InterviewResponse interview(HttpServletRequest http) throws IOException {
        AnalysisSettings settings = analyses.settings();
        AdviceRequest body = AdviceRequest.rough(
                JsonBody.read(RequestStream.of(http)),
                consultation.questionnaire(),
                RequestLanguage.of(http),
                settings.aboutPercent(),
                "unknown",
                "samples",
                "seed");
        Set<String> unknown = body.openQuestions("unknown");
        int samples = body.fields().whole("samples", 1, settings.mostSamples(), settings.samples());
        Long seed = body.fields().whole("seed");
        Interview interview = analyses.interview(
                consultation.evaluate(body.finish()),
                body.rough(),
                unknown,
                samples,
                seed == null ? settings.seed() : seed);
        return InterviewResponse.of(interview, consultation.questionnaire());
    }
}
