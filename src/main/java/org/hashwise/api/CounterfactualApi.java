package org.hashwise.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.hashwise.advice.Strategy;
import org.hashwise.analysis.Counterfactual;
import org.hashwise.analysis.Flip;
import org.hashwise.analysis.MarketAge;
import org.hashwise.consultation.AdviceRequest;
import org.hashwise.consultation.Alternatives;
import org.hashwise.consultation.Analyses;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.Evaluation;
import org.hashwise.consultation.Wording;
import org.hashwise.questionnaire.Problem.Code;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints for flips and counterfactuals. */
@RestController
@RequestMapping(
        path = "/api/v1/advice",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
class CounterfactualApi {

    private final Consultation consultation;
    private final Analyses analyses;
    private final Wording wording;

    CounterfactualApi(Consultation consultation, Analyses analyses, Wording wording) {
        this.consultation = consultation;
        this.analyses = analyses;
        this.wording = wording;
    }

    /** The values at which the recommendation changes when one alone is changed. */
    @PostMapping("/flips")
    FlipsResponse flips(HttpServletRequest http) throws IOException {
        AdviceRequest body = AdviceBody.read(http, consultation, Alternatives.OVERLAY);
        Evaluation evaluation = consultation.evaluate(body);
        List<Flip> flips = analyses.flips(evaluation);
        MarketAge age = MarketAge.of(evaluation.situation(), consultation.markets(), flips);
        return FlipsResponse.of(flips, age, evaluation.request().language(), wording);
    }

    /** The fewest and smallest changes that lead to a strategy. */
    @PostMapping("/smallest-change")
    CounterfactualResponse smallestChange(HttpServletRequest http) throws IOException {
        AdviceRequest body = AdviceBody.read(http, consultation, "target", "locked", Alternatives.OVERLAY);
        String target = body.fields().word("target", Strategy.names());
        if (body.fields().get("target") == null) {
            body.fields().problem("target", null, Code.MISSING, List.of("target"), "");
        }
        Set<String> locked = body.questionIds("locked");
        Evaluation evaluation = consultation.evaluate(body);
        Strategy strategy = Strategy.valueOf(String.valueOf(target));
        Counterfactual change = analyses.smallestChange(evaluation, strategy, locked);
        return CounterfactualResponse.of(change, evaluation.request().language(), wording);
    }
}
