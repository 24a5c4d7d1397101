package org.hashwise;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.function.Consumer;
import org.hashwise.assessment.CanonicalJson;
import org.hashwise.rulebook.SmallRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Forged imports, under another id and as the next version of an assessment that is stored. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class ForgedImportTests {

    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void aStoreAndRulesOfItsOwn(DynamicPropertyRegistry registry) {
        SmallRules.register(registry, SmallRules.edition(100), SmallRules.folder());
    }

    /** A change of an exported assessment; the hashes are computed again afterwards unless the change is of a hash. */
    private enum Forgery {
        HEADLINE(item -> ((ObjectNode) first(item).path("advice").path("recommendation")).put("headline", "Buy")),
        EVIDENCE(item ->
                ((ObjectNode) first(item).path("advice")).putArray("evidence").add("none")),
        ADVICE(item -> first(item).putObject("advice")),
        UNKNOWN_EDITION(item -> first(item).put("rulebook", "sha256:" + "0".repeat(64))),
        ANSWER_OF_THE_RECEIPT(item -> ((ObjectNode) first(item).path("answers")).put("power.largestSiteMw", 99)),
        ANSWER_OF_THE_ASSESSMENT(item -> ((ObjectNode) item.path("answers")).put("power.largestSiteMw", 99)),
        HUGE_ANSWER(item -> {
            ((ObjectNode) last(item).path("answers")).put("power.largestSiteMw", 1e308);
            ((ObjectNode) item.path("answers")).put("power.largestSiteMw", 1e308);
        }),
        ASSUMPTION(item -> ((ObjectNode) first(item).path("assumptions")).put("power.costCents", 1)),
        MARKET_DAY(item -> ((ObjectNode) first(item).path("market")).put("asOf", "2000-01-01")),
        NO_MARKET(item -> first(item).remove("market")),
        LANGUAGE(item -> {
            item.put("language", "fr");
            last(item).put("language", "fr");
        }),
        DAY_OF_THE_RECEIPT(item -> first(item).put("asOf", "2000-01-01")),
        DAY_OF_THE_ASSESSMENT(item -> item.put("asOf", "2000-01-01")),
        CREATED_IN_THE_FUTURE(item -> item.put("createdAt", "2999-01-01T00:00:00Z")),
        CREATED_EARLIER(item -> item.put("createdAt", "2009-01-03T00:00:00Z")),
        CHANGED_IN_THE_FUTURE(item -> item.put("changedAt", "2999-01-01T00:00:00Z")),
        ISSUED_IN_THE_FUTURE(item -> {
            item.put("changedAt", "2999-01-01T00:00:00Z");
            last(item).put("issuedAt", "2999-01-01T00:00:00Z");
        }),
        OTHER_COMPANY(item -> item.put("company", "Other")),
        VERSIONS_IN_THE_WRONG_ORDER(item -> {
            ObjectNode second = last(item).deepCopy();
            ((ArrayNode) item.path("receipts")).set(1, first(item));
            ((ArrayNode) item.path("receipts")).set(0, second);
        }),
        THE_SAME_VERSION_TWICE(item -> {
            ((ArrayNode) item.path("receipts")).add(last(item).deepCopy());
            item.put("version", 3);
        }),
        THE_FIRST_VERSION_MISSING(item -> {
            ((ArrayNode) item.path("receipts")).remove(0);
            item.put("version", 1);
        }),
        A_VERSION_TOO_MANY(item -> item.put("version", 3)),
        NO_RECEIPTS(item -> item.putArray("receipts")),
        THE_ID_OF_ANOTHER(item -> item.put("id", "0".repeat(32))),
        FORMAT(item -> first(item).put("format", 2)),
        PREVIOUS(item -> first(item).put("previous", 1)),
        UNKNOWN_FIELD(item -> first(item).put("approvedBy", "the board")),
        DEEP_NESTING(item -> {
            ObjectNode deep = first(item);
            for (int level = 0; level < 200; level++) {
                deep = deep.putObject("deeper");
            }
        }),
        HASH(item -> first(item).put("hash", "sha256:" + "0".repeat(64)));

        private final Consumer<ObjectNode> change;

        Forgery(Consumer<ObjectNode> change) {
            this.change = change;
        }

        private static ObjectNode first(ObjectNode item) {
            return (ObjectNode) item.path("receipts").path(0);
        }

        private static ObjectNode last(ObjectNode item) {
            return (ObjectNode) item.path("receipts").path(item.path("receipts").size() - 1);
        }

        String of(String exported) {
            ObjectNode document = (ObjectNode) JSON.readTree(exported);
            ObjectNode item = (ObjectNode) document.path("assessments").path(0);
            change.accept(item);
            if (this != HASH) {
                rehash(item);
            }
            return document.toString();
        }

        static void rehash(JsonNode item) {
            item.path("receipts").forEach(each -> {
                ObjectNode receipt = (ObjectNode) each;
                receipt.remove("hash");
                receipt.put("hash", CanonicalJson.hash(receipt));
            });
        }
    }

    @ParameterizedTest
    @EnumSource(Forgery.class)
    void aForgedAssessmentIsRefusedAndTheOriginalStaysTheNewest(Forgery forgery) throws Exception {
        String id = created();
        String exported = ask("GET", "/export?id=" + id, "").body();
        String other = "d".repeat(16) + id.substring(16);

        HttpResponse<String> fresh = ask("POST", "/import", forgery.of(exported.replace(id, other)));
        HttpResponse<String> known = ask("POST", "/import", forgery.of(exported));

        assertThat(fresh.statusCode()).as(fresh.body()).isEqualTo(400);
        assertThat(known.statusCode()).as(known.body()).isEqualTo(400);
        assertThat(ask("GET", "/" + other, "").statusCode()).isEqualTo(404);
        assertThat(ask("GET", "/export?id=" + id, "").body()).isEqualTo(exported);
    }

    /** An import that is refused above is refused because of the forgery. */
    @Test
    void theSameWithoutAForgeryIsTaken() throws Exception {
        String id = created();
        String exported = ask("GET", "/export?id=" + id, "").body();
        String other = "d".repeat(16) + id.substring(16);
        ObjectNode honest = (ObjectNode) JSON.readTree(exported.replace(id, other));
        Forgery.rehash(honest.path("assessments").path(0));

        assertThat(ask("POST", "/import", honest.toString()).body()).contains("\"imported\":1");
    }

    private String created() throws Exception {
        HttpResponse<String> saved =
                ask("POST", "", "{ \"asOf\": \"2025-12-01\", \"answers\": { \"power.largestSiteMw\": 50 } }");
        assertThat(saved.statusCode()).isEqualTo(201);
        String id = JSON.readTree(saved.body()).path("id").stringValue("");
        HttpResponse<String> changed = new HttpTestClient(port)
                .send(
                        "PATCH",
                        "/api/v1/assessments/" + id,
                        "application/merge-patch+json",
                        "{ \"answers\": { \"power.largestSiteMw\": 60 } }",
                        Map.of("If-Match", "\"1\""));
        assertThat(changed.statusCode()).isEqualTo(200);
        return id;
    }

    private HttpResponse<String> ask(String method, String path, String body) {
        return new HttpTestClient(port).json(method, "/api/v1/assessments" + path, body);
    }
}
