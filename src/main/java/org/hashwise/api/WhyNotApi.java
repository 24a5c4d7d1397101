package org.hashwise.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.hashwise.advice.Strategy;
import org.hashwise.consultation.AdviceRequest;
import org.hashwise.consultation.Alternatives;
import org.hashwise.consultation.Analyses;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.Evaluation;
import org.hashwise.consultation.RequestFields;
import org.hashwise.consultation.Wording;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Problem;
import org.hashwise.questionnaire.Problem.Code;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that explain a rule or a strategy. */
@RestController
@RequestMapping("/api/v1/advice")
class WhyNotApi {

    private final Consultation consultation;
    private final Analyses analyses;
    private final Wording wording;

    WhyNotApi(Consultation consultation, Analyses analyses, Wording wording) {
        this.consultation = consultation;
        this.analyses = analyses;
        this.wording = wording;
    }

    @PostMapping(
            path = "/why-not",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Object whyNot(HttpServletRequest http) throws IOException {
        AdviceRequest body = AdviceBody.read(http, consultation, "rule", "strategy", Alternatives.OVERLAY);
        RequestFields fields = body.fields();
        String rule = fields.text("rule");
        String strategy = fields.word("strategy", Strategy.names());
        if (fields.get("rule") == null && fields.get("strategy") == null) {
            fields.problem("rule", null, Code.MISSING, List.of("rule", "strategy"), "");
        } else if (fields.get("rule") != null && fields.get("strategy") != null) {
            fields.problem("strategy", strategy, Code.ONE_TOO_MANY, List.of("rule", "strategy"), "");
        }
        Evaluation evaluation = consultation.evaluate(body);
        Language language = evaluation.request().language();
        return rule == null
                ? CaseResponse.of(
                        analyses.strategy(evaluation, Strategy.valueOf(String.valueOf(strategy))), language, wording)
                : RuleResponse.of(
                        analyses.rule(evaluation, rule).orElseThrow(unknown(rule, evaluation)), language, wording);
    }

    private Supplier<ApiException> unknown(String rule, Evaluation evaluation) {
        return () -> {
            String meant = analyses.nearestRule(evaluation, rule).orElse("");
            Problem problem = new Problem("rule", rule, Code.UNKNOWN_RULE, List.of(), meant);
            return ApiException.invalid(List.of(problem), evaluation.request().language());
        };
    }
}
