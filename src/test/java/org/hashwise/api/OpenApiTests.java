package org.hashwise.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.hashwise.advice.Extent;
import org.hashwise.advice.Strategy;
import org.hashwise.api.ApiContract.Message;
import org.hashwise.consultation.AdviceRequest;
import org.hashwise.consultation.Analyses;
import org.hashwise.consultation.ProblemKind;
import org.hashwise.consultation.SmallRulesSlice;
import org.hashwise.consultation.Wording;
import org.hashwise.questionnaire.CompanyName;
import org.hashwise.questionnaire.Language;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The description of the API, and that its check of replies finds what differs from it. */
@WebMvcTest(OpenApiDescription.class)
@Import({ApiFailures.class, JsonFormat.class, Wording.class, SmallRulesSlice.class, ApiContractFilter.class})
class OpenApiTests {

    private static final Message NOTHING = Message.of("", "");

    @Autowired
    private MockMvcTester http;

    @Autowired
    private Analyses analyses;

    @Test
    void theSchemasOfTheAnswersFollowTheQuestions() {
        JsonNode schemas = description().path("components").path("schemas");

        assertThat(schemas.at("/Answers/properties").propertyNames()).contains("power.contract", "mining.hashrateEh");
        assertThat(schemas.at("/Answers/properties/mining.hashrateEh/maximum").asInt())
                .isEqualTo(500);
        assertThat(schemas.at("/UncertainAnswers/properties/mining.hashrateEh/anyOf"))
                .hasSize(3);
        assertThat(schemas.at("/UncertainAnswers/properties/power.contract").has("anyOf"))
                .isFalse();
    }

    @Test
    void numbersHaveTheLimitsThatTheProgramEnforces() {
        JsonNode schemas = description().path("components").path("schemas");

        assertThat(schemas.at("/ProjectionRequest/properties/quotes/items/maximum")
                        .asInt())
                .isEqualTo(10_000);
        assertThat(limits(schemas, "InterviewRequest/properties/samples"))
                .isEqualTo("1 " + analyses.settings().mostSamples());
        JsonNode range = schemas.at("/UncertainAnswers/properties/mining.hashrateEh/anyOf/1");
        assertThat(limits(range, "properties/high")).isEqualTo("0 500");
        assertThat(words(range.path("required"))).containsExactlyInAnyOrder("low", "high");
        assertThat(limits(schemas, "AxisRequest/properties/steps"))
                .isEqualTo("2 " + analyses.settings().mostCells());
    }

    private static String limits(JsonNode schemas, String number) {
        JsonNode schema = schemas.at("/" + number);
        return schema.path("minimum").asInt() + " " + schema.path("maximum").asInt();
    }

    @Test
    void everyProblemHasAKindThatTheDescriptionAndAPageName() throws IOException {
        Properties words = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("templates/messages/api_en.properties"))) {
            words.load(file);
        }

        assertThat(Stream.of(ProblemKind.values()).map(ProblemKind::key))
                .containsExactlyInAnyOrderElementsOf(words.stringPropertyNames().stream()
                        .filter(key -> key.matches("(failure|rejection)\\.[^.]+\\.title"))
                        .map(key -> key.substring(0, key.lastIndexOf('.')))
                        .toList());
        assertThat(words(description().at("/components/schemas/ProblemDocument/properties/type/examples")))
                .containsExactlyElementsOf(
                        Stream.of(ProblemKind.values()).map(ProblemKind::type).toList());
    }

    @Test
    void enumsAreThoseOfTheProgram() {
        JsonNode schemas = description().path("components").path("schemas");

        assertThat(words(schemas.at("/Strategy/enum"))).containsExactlyElementsOf(names(Strategy.values()));
        assertThat(words(schemas.at("/Extent/enum"))).containsExactlyElementsOf(names(Extent.values()));
        assertThat(words(schemas.at("/Language/enum")))
                .containsExactlyElementsOf(
                        Arrays.stream(Language.values()).map(Language::code).toList());
        assertThat(schemas.at("/AdviceRequest/properties/company/maxLength").asInt())
                .isEqualTo(CompanyName.LONGEST);
        assertThat(schemas.at("/ScreeningRow/properties/id/maxLength").asInt()).isEqualTo(AdviceRequest.LONGEST_ID);
    }

    @Test
    void aClientKeepsTheTimeOfAReceiptAsItIsHashed() {
        JsonNode receipt = description().at("/components/schemas/Receipt/properties");

        assertThat(receipt.at("/issuedAt/type").asString()).isEqualTo("string");
        assertThat(receipt.path("issuedAt").has("format")).isFalse();
    }

    @Test
    void whatIsAssumedWithoutAnAnswerIsNoDefaultThatAClientWouldSend() {
        JsonNode answers = description().at("/components/schemas/Answers/properties");

        assertThat(answers.findValues("default")).isEmpty();
        assertThat(answers.at("/company.listed/x-assumed").asBoolean()).isTrue();
    }

    @Test
    void everyOperationHasANameOfItsOwnAndTypesEveryProblem() {
        JsonNode description = description();
        List<String> names = new ArrayList<>();

        for (JsonNode path : description.path("paths")) {
            for (JsonNode operation : path) {
                if (operation.has("operationId")) {
                    names.add(operation.path("operationId").asString());
                    assertThat(operation.path("responses").has("default"))
                            .as(names.get(names.size() - 1))
                            .isTrue();
                    operation.path("responses").forEachEntry((status, response) -> {
                        if (!status.startsWith("2")) {
                            assertThat(response.path("$ref").asString(""))
                                    .as(names.get(names.size() - 1) + " " + status)
                                    .startsWith("#/components/responses/Problem");
                        }
                    });
                }
            }
        }

        assertThat(names)
                .hasSizeGreaterThan(25)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z][A-Za-z]+"));
        description
                .at("/components/responses")
                .forEach(response -> assertThat(response.at("/content/application~1problem+json/schema/$ref")
                                .asString(""))
                        .isEqualTo("#/components/schemas/ProblemDocument"));
    }

    @Test
    void everyReferenceInItResolves() {
        JsonNode description = description();
        List<String> references = description.findValuesAsString("$ref");

        assertThat(references)
                .hasSizeGreaterThan(100)
                .allSatisfy(reference -> assertThat(
                                description.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void yamlSaysTheSameAsJson() throws Exception {
        var yaml = http.get().uri("/api/v1/openapi.yaml").exchange();

        assertThat(yaml).hasStatusOk().hasContentType("application/vnd.oai.openapi");
        JsonNode read = new YAMLMapper().readTree(yaml.getResponse().getContentAsByteArray());
        assertThat(read.toString()).isEqualTo(description().toString());
    }

    @Test
    void aFieldThatIsNotDescribedOrIsMissingIsFound() {
        assertThat(violations(
                        "POST", "/api/v1/assessments/import", 200, "{\"imported\":1,\"extended\":2,\"unchanged\":3}"))
                .isEmpty();
        assertThat(violations(
                        "POST",
                        "/api/v1/assessments/import",
                        200,
                        "{\"imported\":1,\"extended\":2,\"unchanged\":3,\"skipped\":0}"))
                .singleElement()
                .asString()
                .contains("skipped");
        assertThat(violations("POST", "/api/v1/assessments/import", 200, "{\"imported\":1,\"extended\":\"2\"}"))
                .anySatisfy(missing -> assertThat(missing).contains("unchanged"))
                .anySatisfy(type -> assertThat(type).contains("/extended"));
    }

    @Test
    void aStatusOrContentTypeThatIsNotDescribedIsFound() {
        assertThat(violations("DELETE", "/api/v1/assessments/" + "0".repeat(32), 202, "{}"))
                .anySatisfy(status -> assertThat(status).contains("status 202"));
        assertThat(contract().violations("GET", "/api/v1/questions", NOTHING, 200, Message.of("text/plain", "[]")))
                .singleElement()
                .asString()
                .contains("text/plain");
    }

    private List<String> violations(String method, String path, int status, String reply) {
        return contract()
                .violations(
                        method,
                        path,
                        Message.of("application/json", "{\"format\":1,\"assessments\":[]}"),
                        status,
                        Message.of("application/json", reply));
    }

    private ApiContract contract() {
        return new ApiContract(description().toString());
    }

    private JsonNode description() {
        var reply = http.get().uri("/api/v1/openapi").exchange();
        assertThat(reply).hasStatusOk().hasContentType("application/json");
        return new JsonMapper().readTree(reply.getResponse().getContentAsByteArray());
    }

    private static List<String> words(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private static List<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).toList();
    }
}
