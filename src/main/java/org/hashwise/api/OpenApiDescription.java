package org.hashwise.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.hashwise.analysis.AnalysisSettings;
import org.hashwise.consultation.Analyses;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.Projections;
import org.hashwise.consultation.Wording;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The OpenAPI description of the API: the file {@code openapi.yaml}, with what the edition in force decides: the
 * answers to its questions, and the largest numbers that its settings accept.
 */
@RestController
@RequestMapping("/api/v1")
class OpenApiDescription {

    private static final String YAML = "application/vnd.oai.openapi";

    private final Consultation consultation;
    private final Analyses analyses;
    private final Projections projections;
    private final Wording wording;
    private final JsonMapper json;

    OpenApiDescription(
            Consultation consultation, Analyses analyses, Projections projections, Wording wording, JsonMapper json) {
        this.consultation = consultation;
        this.analyses = analyses;
        this.projections = projections;
        this.wording = wording;
        this.json = json;
    }

    @GetMapping(path = "/openapi", produces = MediaType.APPLICATION_JSON_VALUE)
    JsonNode description() {
        ObjectNode description = Template.FILE.deepCopy();
        ObjectNode schemas = (ObjectNode) description.path("components").path("schemas");
        ObjectNode answers = answers(consultation.questionnaire());
        schemas.set("Answers", answers);
        schemas.set("UncertainAnswers", withRanges(answers.deepCopy(), consultation.questionnaire()));
        AnalysisSettings settings = analyses.settings();
        most(schemas, "InterviewRequest", "samples", settings.mostSamples());
        most(schemas, "AxisRequest", "steps", settings.mostCells());
        projections.settings().ifPresent(projection -> {
            most(schemas, "ProjectionRequest", "months", projection.mostMonths());
            most(schemas, "ProjectionRequest", "paths", projection.mostPaths());
        });
        return description;
    }

    @GetMapping(path = "/openapi.yaml", produces = YAML)
    byte[] yaml() {
        return Template.MAPPER.writeValueAsBytes(description());
    }

    private static void most(ObjectNode schemas, String request, String field, int most) {
        ((ObjectNode) schemas.path(request).path("properties").path(field)).put("maximum", most);
    }

    private ObjectNode answers(Questionnaire questionnaire) {
        ObjectNode schema = json.valueToTree(new AnswersSchema(Language.EN, wording).of(questionnaire));
        schema.remove("$schema");
        schema.path("properties").forEach(property -> withoutDefault((ObjectNode) property));
        return schema;
    }

    // What is assumed when an answer is absent is no answer; generated clients would send a default as if it were one.
    private static void withoutDefault(ObjectNode property) {
        JsonNode assumed = property.remove("default");
        if (assumed != null) {
            property.set("x-assumed", assumed);
        }
    }

    /** Each number may also be a range, or a value that is known approximately. */
    private ObjectNode withRanges(ObjectNode answers, Questionnaire questionnaire) {
        ObjectNode properties = (ObjectNode) answers.path("properties");
        questionnaire.questions().stream()
                .filter(question -> question.kind().isNumeric())
                .map(Question::id)
                .forEach(id -> {
                    JsonNode number = properties.path(id);
                    Map<String, Object> bounded = Map.of(
                            "type", "number", "minimum", number.path("minimum"), "maximum", number.path("maximum"));
                    properties
                            .putObject(id)
                            .putArray("anyOf")
                            .add(number)
                            .add(json.<JsonNode>valueToTree(object(Map.of("low", bounded, "high", bounded))))
                            .add(json.<JsonNode>valueToTree(object(Map.of("about", bounded))));
                });
        return answers;
    }

    private static Map<String, Object> object(Map<String, Object> fields) {
        return Map.of(
                "type", "object", "properties", fields, "additionalProperties", false, "required", fields.keySet());
    }

    /** Read when it is first asked for, which takes no time from the start of the program. */
    private static final class Template {

        private static final YAMLMapper MAPPER = new YAMLMapper();
        private static final ObjectNode FILE = read();

        private static ObjectNode read() {
            try (InputStream file = OpenApiDescription.class.getResourceAsStream("openapi.yaml")) {
                return (ObjectNode) MAPPER.readTree(Objects.requireNonNull(file));
            } catch (IOException missing) {
                throw new UncheckedIOException(missing);
            }
        }
    }
}
