package org.hashwise.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.hashwise.analysis.Axis;
import org.hashwise.analysis.StrategyMap;
import org.hashwise.consultation.AdviceRequest;
import org.hashwise.consultation.Alternatives;
import org.hashwise.consultation.Analyses;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.RequestFields;
import org.hashwise.questionnaire.Nearest;
import org.hashwise.questionnaire.Problem.Code;
import org.hashwise.questionnaire.Question;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoint of the strategy map. */
@RestController
@RequestMapping("/api/v1/advice")
class MapApi {

    private static final List<String> AXIS = List.of("id", "from", "to", "steps");
    private static final int FEWEST_STEPS = 2;

    private final Consultation consultation;
    private final Analyses analyses;

    MapApi(Consultation consultation, Analyses analyses) {
        this.consultation = consultation;
        this.analyses = analyses;
    }

    @PostMapping(
            path = "/map",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    MapResponse map(HttpServletRequest http) throws IOException {
        AdviceRequest body = AdviceBody.read(http, consultation, "x", "y", Alternatives.OVERLAY);
        int limit = analyses.settings().mostCells();
        Axis x = axis(body, "x", limit);
        Axis y = axis(body, "y", limit);
        if (x.id().equals(y.id()) && !x.id().isEmpty()) {
            body.fields().problem("y.id", y.id(), Code.NOT_DIFFERENT, List.of(), "");
        }
        if ((long) x.steps() * y.steps() > limit) {
            body.fields().problem("steps", (long) x.steps() * y.steps(), Code.OVER_LIMIT, List.of(limit), "");
        }
        StrategyMap map = analyses.map(consultation.evaluate(body), x, y);
        return MapResponse.of(map);
    }

    // Problems are recorded in the fields, and the body is refused before the axis is used.
    private static Axis axis(AdviceRequest body, String name, int limit) {
        Map<String, @Nullable Object> object = body.fields().object(name);
        if (object == null) {
            if (body.fields().get(name) == null) {
                body.fields().problem(name, null, Code.MISSING, List.of(name), "");
            }
            return new Axis("", 0, 0, 0);
        }
        RequestFields fields = body.fields().inner(name, object);
        fields.refuseOthersThan(AXIS);
        AXIS.stream()
                .filter(part -> fields.get(part) == null)
                .forEach(part -> fields.problem(part, null, Code.MISSING, List.of(name + "." + part), ""));
        Question question = question(fields, body);
        double from = end(fields, "from", question);
        double to = end(fields, "to", question);
        if (from > to) {
            fields.problem("from", from, Code.RANGE_REVERSED, List.of(from, to), "");
        }
        int steps = fields.whole("steps", FEWEST_STEPS, limit, FEWEST_STEPS);
        return new Axis(question == null ? "" : question.id(), from, to, steps);
    }

    private static @Nullable Question question(RequestFields fields, AdviceRequest body) {
        String id = fields.text("id");
        if (id == null) {
            return null;
        }
        Question question = body.questionnaire().question(id).orElse(null);
        if (question == null) {
            List<String> ids =
                    body.questionnaire().questions().stream().map(Question::id).toList();
            fields.problem(
                    "id", id, Code.UNKNOWN_ID, List.of(), Nearest.to(id, ids).orElse(""));
        } else if (!question.kind().isNumeric()) {
            fields.problem("id", id, Code.NOT_NUMERIC, List.of(), "");
            return null;
        }
        return question;
    }

    private static double end(RequestFields fields, String name, @Nullable Question question) {
        Double end = fields.number(name);
        if (end == null) {
            return Double.NaN;
        }
        if (question != null && (end < question.min() || end > question.max())) {
            fields.problem(name, end, Code.OUT_OF_RANGE, List.of(question.min(), question.max(), question.unit()), "");
        }
        return end;
    }
}
