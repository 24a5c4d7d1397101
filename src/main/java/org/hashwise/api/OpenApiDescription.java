package org.hashwise.api;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.Wording;
import org.hashwise.questionnaire.Language;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Adds to the generated description what no type tells: the body of a request, which follows the questions, and problems. */
@Component
class OpenApiDescription implements OpenApiCustomizer {

    private static final Language LANGUAGE = Language.EN;
    private static final List<String> ADVICE_PROBLEMS = List.of("400", "413", "415");

    private final Consultation consultation;
    private final Wording wording;

    OpenApiDescription(Consultation consultation, Wording wording) {
        this.consultation = consultation;
        this.wording = wording;
    }

    @Override
    public void customise(OpenAPI api) {
        api.info(new Info()
                .title(wording.text("api.title", LANGUAGE))
                .description(wording.text("api.description", LANGUAGE))
                .version("1"));
        api.servers(List.of(new Server().url("/")));
        ModelConverters.getInstance(true)
                .readAllAsResolvedSchema(new AnnotatedType(ProblemDocument.class))
                .referencedSchemas
                .forEach(api.getComponents()::addSchemas);
        Operation advice =
                Objects.requireNonNull(api.getPaths().get("/api/v1/advice")).getPost();
        advice.requestBody(new RequestBody()
                .required(true)
                .description(wording.text("api.request.description", LANGUAGE))
                .content(content("application/json", request())));
        Schema<?> problem = new JsonSchema().$ref("#/components/schemas/ProblemDocument");
        for (String status : ADVICE_PROBLEMS) {
            advice.getResponses()
                    .addApiResponse(
                            status,
                            new ApiResponse()
                                    .description(wording.text("failure." + status + ".title", LANGUAGE))
                                    .content(content("application/problem+json", problem)));
        }
    }

    private static Content content(String type, Schema<?> schema) {
        return new Content().addMediaType(type, new MediaType().schema(schema));
    }

    private Schema<?> request() {
        Map<String, @Nullable Object> answers = new AnswersSchema(LANGUAGE, wording).of(consultation.questionnaire());
        answers.remove("$schema");
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("company", Map.of("type", List.of("string", "null"), "maxLength", AdviceRequest.LONGEST_NAME));
        fields.put("asOf", Map.of("type", List.of("string", "null"), "pattern", "^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$"));
        fields.put(
                "language",
                Map.of(
                        "type",
                        "string",
                        "enum",
                        Arrays.stream(Language.values()).map(Language::code).toList()));
        fields.put("answers", answers);
        return Json31.mapper()
                .convertValue(
                        Map.of("type", "object", "properties", fields, "additionalProperties", false),
                        JsonSchema.class);
    }
}
