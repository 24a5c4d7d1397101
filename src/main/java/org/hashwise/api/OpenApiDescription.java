package org.hashwise.api;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Objects;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.Wording;
import org.hashwise.questionnaire.Language;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Adds to the generated description what no type tells: the body of a request, which follows the questions, and problems. */
@Lazy
@Component
class OpenApiDescription implements OpenApiCustomizer {

    private static final Language LANGUAGE = Language.EN;
    private static final List<String> PROBLEMS = List.of("400", "413", "415");

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
        RequestBodies bodies = new RequestBodies(consultation.questionnaire(), wording, LANGUAGE);
        bodies.byPath()
                .forEach((path, body) -> describe(
                        Objects.requireNonNull(api.getPaths().get(path)).getPost(), "application/json", body));
        PathItem one = api.getPaths().get("/api/v1/assessments/{id}");
        if (one != null) {
            describe(one.getPatch(), "application/merge-patch+json", bodies.change());
        }
    }

    private void describe(Operation operation, String type, Schema<?> body) {
        operation.requestBody(new RequestBody()
                .required(true)
                .description(wording.text("api.request.description", LANGUAGE))
                .content(content(type, body)));
        Schema<?> problem = new JsonSchema().$ref("#/components/schemas/ProblemDocument");
        for (String status : PROBLEMS) {
            operation
                    .getResponses()
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
}
