package org.hashwise.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hashwise.advice.Situation;
import org.hashwise.consultation.AdviceRequest;
import org.hashwise.consultation.Analyses;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.Evaluation;
import org.hashwise.consultation.ProjectionDocument;
import org.hashwise.consultation.Projections;
import org.hashwise.consultation.Projections.MarketScenario;
import org.hashwise.consultation.RequestFields;
import org.hashwise.projection.ProjectionSettings;
import org.hashwise.questionnaire.Problem.Code;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoint of the projection of a company's months under each strategy. */
@RestController
@RequestMapping("/api/v1/advice")
class ProjectionApi {

    private static final int FEWEST_MONTHS = 6;
    private static final int FEWEST_PATHS = 100;
    private static final int MOST_QUOTES = 12;
    private static final double HIGHEST_QUOTE = 10_000;
    private static final String QUOTES = "quotes";

    private final Consultation consultation;
    private final Analyses analyses;
    private final Projections projections;

    ProjectionApi(Consultation consultation, Analyses analyses, Projections projections) {
        this.consultation = consultation;
        this.analyses = analyses;
        this.projections = projections;
    }

    @PostMapping(
            path = "/projection",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ProjectionResponse projection(HttpServletRequest http) throws IOException {
        ProjectionSettings settings =
                projections.settings().orElseThrow(() -> ApiException.named(HttpStatus.NOT_FOUND, "no-projection"));
        AdviceRequest body = AdviceBody.read(http, consultation, "months", "paths", "seed", "scenario", QUOTES);
        RequestFields fields = body.fields();
        int months = fields.whole("months", FEWEST_MONTHS, settings.mostMonths(), settings.months());
        int paths = fields.whole("paths", FEWEST_PATHS, settings.mostPaths(), settings.paths());
        Long seed = fields.whole("seed");
        String word = fields.word(
                "scenario",
                Arrays.stream(MarketScenario.values()).map(Enum::name).toList());
        MarketScenario scenario = word == null ? MarketScenario.NEUTRAL : MarketScenario.valueOf(word);
        List<Double> quotes = quotes(fields, scenario);
        long drawn = seed == null ? settings.seed() : seed;
        Evaluation evaluation = consultation.evaluate(body.finish());
        Projections.RunSettings request = new Projections.RunSettings(scenario, months, paths, drawn, quotes);
        Situation situation = evaluation.situation();
        LocalDate values = situation.market().asOf();
        return new ProjectionResponse(
                ProjectionDocument.of(projections.project(evaluation, analyses.flips(evaluation), request), scenario),
                values,
                ChronoUnit.DAYS.between(values, situation.asOf()));
    }

    /**
     * A projection and the age of the market values at which it starts.
     *
     * @param marketAsOf day of the market values
     * @param marketAgeDays days from then to the day of the advice
     */
    record ProjectionResponse(@JsonUnwrapped ProjectionDocument projection, LocalDate marketAsOf, long marketAgeDays) {}

    private static List<Double> quotes(RequestFields fields, MarketScenario scenario) {
        List<?> given = fields.list(QUOTES);
        List<Double> quotes = new ArrayList<>();
        if (given.size() > MOST_QUOTES) {
            fields.problem(QUOTES, given.size(), Code.OVER_LIMIT, List.of(MOST_QUOTES), "");
        }
        for (int month = 1; month <= Math.min(given.size(), MOST_QUOTES); month++) {
            Object quote = given.get(month - 1);
            if (!(quote instanceof Number number) || !Double.isFinite(number.doubleValue())) {
                fields.problem(QUOTES + "[" + (month - 1) + "]", quote, Code.NOT_A_NUMBER, List.of(""), "");
            } else if (number.doubleValue() <= 0 || number.doubleValue() > HIGHEST_QUOTE) {
                fields.problem(
                        QUOTES + "[" + (month - 1) + "]",
                        quote,
                        Code.OUT_OF_RANGE,
                        List.of(0, HIGHEST_QUOTE, "USD/PH/day"),
                        "");
            } else {
                quotes.add(number.doubleValue());
            }
        }
        if (scenario == MarketScenario.FORWARD && given.isEmpty()) {
            fields.problem(QUOTES, null, Code.MISSING, List.of(QUOTES), "");
        }
        if (scenario != MarketScenario.FORWARD && !given.isEmpty()) {
            fields.problem("scenario", scenario.name(), Code.ONE_TOO_MANY, List.of("scenario", QUOTES), "FORWARD");
        }
        return quotes;
    }
}
