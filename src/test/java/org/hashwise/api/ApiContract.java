package org.hashwise.api;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An OpenAPI description as a check of real requests and replies. Replies may have no field that it does not name. */
public final class ApiContract {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PROBLEM = "application/problem+json";
    private static final Set<String> LINES = Set.of("application/x-ndjson", "application/jsonl");
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private final JsonNode description;
    private final JsonNode schemas;
    private final JsonNode closedSchemas;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

    /** @param contentType without parameters; empty without a body */
    public record Message(String contentType, String body) {

        /** A request whose body is not checked, for instance because it is compressed. */
        public static final Message UNREAD = new Message("", "");

        public static Message of(String contentType, String body) {
            return new Message(contentType.split(";", 2)[0].strip(), body);
        }
    }

    /** @param openApi the document as JSON */
    public ApiContract(String openApi) {
        description = JSON.readTree(openApi);
        schemas = description.path("components").path("schemas");
        closedSchemas = schemas.deepCopy();
        closedSchemas.forEach(ApiContract::close);
    }

    // What a reply does not declare is a mistake here; for clients it may be a later addition.
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
    }

    /** Every operation as method and path, such as {@code GET /api/v1/questions}. */
    public Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return operations;
    }

    /** The parts of an exchange that are not as described. */
    public List<String> violations(String method, String path, Message request, int status, Message reply) {
        if (!METHODS.contains(method)) {
            return List.of();
        }
        List<String> violations = new ArrayList<>();
        JsonNode operation = operation(method, path);
        JsonNode responses = operation.path("responses");
        JsonNode response = resolved(responses.path(String.valueOf(status)));
        if (response.isMissingNode()) {
            if (status < 400) {
                violations.add("status " + status + " is not described");
            }
            check("reply", closedSchemas, ref("ProblemDocument"), reply.body(), violations);
            if (!reply.contentType().equals(PROBLEM)) {
                violations.add("content type " + reply.contentType() + " of status " + status);
            }
        } else if (response.has("content")) {
            content("reply", closedSchemas, response, reply, violations);
        } else if (!reply.body().isEmpty()) {
            violations.add("status " + status + " is described without a body");
        }
        if (status < 300 && operation.has("requestBody") && !request.equals(Message.UNREAD)) {
            content("request", schemas, operation.path("requestBody"), request, violations);
        }
        violations.replaceAll(violation -> method + " " + path + ": " + violation);
        return violations;
    }

    private void content(String what, JsonNode defined, JsonNode described, Message message, List<String> violations) {
        JsonNode content = described.path("content").path(message.contentType());
        if (content.isMissingNode()) {
            violations.add("content type " + message.contentType() + " of the " + what);
        } else if (LINES.contains(message.contentType())) {
            // Lines that are sent may be broken on purpose; each line of a reply is as described.
            if (what.equals("reply")) {
                message.body().lines().forEach(line -> check(what, defined, content.path("schema"), line, violations));
            }
        } else if (message.contentType().endsWith("json")) {
            check(what, defined, content.path("schema"), message.body(), violations);
        }
    }

    private void check(String what, JsonNode defined, JsonNode schema, String body, List<String> violations) {
        if (body.isEmpty()) {
            violations.add(what + " without a body");
            return;
        }
        Schema compiledSchema = compiled.computeIfAbsent(what + schema, key -> {
            ObjectNode root = schema.deepCopy().asObject();
            root.set("$defs", defined);
            return registry.getSchema(root.toString().replace("#/components/schemas/", "#/$defs/"), InputFormat.JSON);
        });
        compiledSchema
                .validate(body, InputFormat.JSON)
                .forEach(error -> violations.add(what + ": " + error.getInstanceLocation() + " " + error.getMessage()));
    }

    private static JsonNode ref(String schema) {
        return JSON.createObjectNode().put("$ref", "#/components/schemas/" + schema);
    }

    private JsonNode resolved(JsonNode node) {
        String ref = node.path("$ref").asString("");
        return ref.isEmpty() ? node : description.at(ref.substring(1));
    }

    /** The operation of a path, of which literal segments match before variables. */
    private JsonNode operation(String method, String path) {
        return description.path("paths").properties().stream()
                .filter(template -> Pattern.matches(template.getKey().replaceAll("\\{[a-z]+}", "[^/]+"), path))
                .min(Comparator.comparing(template -> template.getKey().contains("{")))
                .map(template -> template.getValue().path(method.toLowerCase(Locale.ROOT)))
                .orElseGet(JSON::missingNode);
    }
}
