package org.hashwise.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.hashwise.assessment.CanonicalJson;
import org.hashwise.assessment.Store;
import org.hashwise.consultation.AssessmentSlice;
import org.hashwise.consultation.SmallRulesSlice;
import org.hashwise.consultation.Wording;
import org.hashwise.rulebook.RulebookActivation;
import org.hashwise.rulebook.SmallRules;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Saved assessments over HTTP, for each database. */
@WebMvcTest({AssessmentApi.class, AssessmentsApi.class, ChainApi.class})
@Import({ApiFailures.class, JsonFormat.class, Wording.class, AssessmentSlice.class, ApiContractFilter.class})
abstract class AssessmentApiTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ALL = "/api/v1/assessments";
    private static final String BODY = """
            { "company": "Example Mining", "asOf": "2025-12-01", "language": "en",
              "answers": { "mining.hashrateEh": 12.8, "power.contract": "FIXED",
                           "regulation.jurisdictions": { "US-NY": 40, "US-TX": 60 } } }""";

    @Autowired
    private MockMvcTester http;

    @Autowired
    private AssessmentSlice.SomeCaller caller;

    @Autowired
    private SmallRulesSlice.SomeDay day;

    @Autowired
    Store store;

    @AfterEach
    void nobody() {
        caller.is("");
        day.reset();
    }

    @Test
    void whatIsKeptIsToldWithItsReceiptAndReadAgain() {
        MvcTestResult created = post(BODY);

        assertThat(created).hasStatus(HttpStatus.CREATED).hasHeader("ETag", "\"1\"");
        JsonNode reply = json(created);
        String id = reply.path("id").stringValue();
        assertThat(id).matches("[0-9a-f]{32}");
        assertThat(created).hasHeader("Location", ALL + "/" + id).hasHeader("Cache-Control", "no-store");
        assertThat(reply.propertyNames()).containsExactly("id", "version", "links", "advice", "receipt");
        assertThat(reply.at("/advice/recommendation/strategy").stringValue()).isEqualTo("AI_HOSTING");
        assertThat(reply.at("/receipt/advice/recommendation/strategy").stringValue())
                .isEqualTo("AI_HOSTING");
        assertThat(reply.path("receipt").path("assessment").stringValue()).isEqualTo(id);
        assertHashed(reply.path("receipt"));
        assertThat(reply.at("/links/change").stringValue()).isEqualTo("/assessments/" + id);
        assertThat(reply.at("/links/read").stringValue())
                .matches("/shared/[0-9a-f]{32}")
                .doesNotContain(id);

        MvcTestResult found = get(ALL + "/" + id);
        assertThat(found).hasStatusOk().hasHeader("ETag", "\"1\"");
        JsonNode whole = json(found);
        assertThat(whole.path("links")).isEqualTo(reply.path("links"));
        assertThat(whole.path("advice")).isEqualTo(reply.path("advice"));
        assertThat(whole.path("receipt")).isEqualTo(reply.path("receipt"));
        assertThat(whole.path("answers")).isEqualTo(JSON.readTree(BODY).path("answers"));
        assertThat(whole.path("company").stringValue()).isEqualTo("Example Mining");
        assertThat(whole.path("asOf").stringValue()).isEqualTo("2025-12-01");
        assertThat(whole.path("language").stringValue()).isEqualTo("en");
    }

    @Test
    void whatIsWrongIsToldAllAtOnceAndNothingIsKept() {
        long before = links();

        assertThat(post("{ \"compny\": 1, \"answers\": { \"power.contract\": \"FIXD\" } }"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .extractingPath("$.errors[*].id")
                .asArray()
                .containsExactly("compny", "power.contract");
        assertThat(post("{ \"asOf\": \"1999-01\" }")).hasStatus(HttpStatus.BAD_REQUEST);

        assertThat(links()).isEqualTo(before);
    }

    @Test
    void aChangeReplacesWhatIsGivenAndTakesAwayWhatIsNull() {
        String id = created();

        MvcTestResult changed = patch(id, "\"1\"", """
                { "company": "Renamed", "language": "fr",
                  "answers": { "power.contract": null, "mining.hashrateEh": 14, "company.listed": true } }""");

        assertThat(changed).hasStatusOk().hasHeader("ETag", "\"2\"");
        assertThat(json(changed).path("version").intValue()).isEqualTo(2);
        JsonNode whole = json(get(ALL + "/" + id));
        assertThat(whole.path("company").stringValue()).isEqualTo("Renamed");
        assertThat(whole.path("asOf").stringValue()).isEqualTo("2025-12-01");
        assertThat(whole.path("language").stringValue()).isEqualTo("fr");
        assertThat(whole.path("answers")).isEqualTo(JSON.readTree("""
                { "company.listed": true, "mining.hashrateEh": 14,
                  "regulation.jurisdictions": { "US-NY": 40, "US-TX": 60 } }"""));
        assertThat(whole.path("receipt").path("version").intValue()).isEqualTo(2);
        assertHashed(whole.path("receipt"));
    }

    @Test
    void nullTakesAwayWholeFields() {
        String id = created();

        patch(id, "\"1\"", "{ \"company\": null, \"asOf\": null, \"answers\": null }");

        JsonNode whole = json(get(ALL + "/" + id));
        assertThat(whole.path("company").stringValue()).isEmpty();
        assertThat(whole.path("asOf").isNull()).isTrue();
        assertThat(whole.path("answers").isEmpty()).isTrue();
    }

    @Test
    void whoDoesNotSayWhichVersionChangesNothing() {
        String id = created();

        assertThat(patch(id, null, "{}")).hasStatus(HttpStatus.PRECONDITION_REQUIRED);
        assertThat(json(get(ALL + "/" + id)).path("version").intValue()).isEqualTo(1);
    }

    @Test
    void ofTwoWhoEditTheSecondIsShownBothVersions() {
        String id = created();
        patch(id, "\"1\"", "{ \"answers\": { \"mining.hashrateEh\": 14 } }");

        MvcTestResult refused = patch(id, "\"1\"", "{ \"answers\": { \"mining.hashrateEh\": 15 } }");

        assertThat(refused)
                .hasStatus(HttpStatus.PRECONDITION_FAILED)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        JsonNode problem = json(refused);
        assertThat(problem.path("yours").path("version").intValue()).isEqualTo(1);
        assertThat(problem.path("yours")
                        .path("answers")
                        .path("mining.hashrateEh")
                        .doubleValue())
                .isEqualTo(12.8);
        assertThat(problem.path("current").path("version").intValue()).isEqualTo(2);
        assertThat(problem.path("current")
                        .path("answers")
                        .path("mining.hashrateEh")
                        .doubleValue())
                .isEqualTo(14);
        assertThat(patch(id, "W/\"2\"", "{}")).hasStatus(HttpStatus.PRECONDITION_FAILED);
        assertThat(patch(id, "\"9\", \"2\"", "{}")).hasStatusOk();
        assertThat(patch(id, "*", "{}")).hasStatusOk();
    }

    @Test
    void whatIsDeletedIsGone() {
        String id = created();
        assertThat(delete(id, "\"7\"")).hasStatus(HttpStatus.PRECONDITION_FAILED);

        assertThat(delete(id, null)).hasStatus(HttpStatus.NO_CONTENT);

        for (String path : List.of("", "/receipt", "/receipts/1")) {
            assertThat(get(ALL + "/" + id + path))
                    .hasStatus(HttpStatus.GONE)
                    .bodyText()
                    .contains("The assessment was deleted");
        }
        assertThat(delete(id, null)).hasStatus(HttpStatus.GONE);
        assertThat(patch(id, "\"1\"", "{}")).hasStatus(HttpStatus.GONE);
        assertThat(json(get("/api/v1/receipts/chain")).path("sound").booleanValue())
                .isTrue();
    }

    @Test
    void whatNeverWasIsNotFound() {
        assertThat(get(ALL + "/" + "0".repeat(32))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(ALL + "/x")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(ALL + "/" + created() + "/receipts/2")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void receiptsOfAllVersionsAreDownloadedAsTheyAreHashed() {
        String id = created();
        patch(id, "\"1\"", "{ \"company\": \"Renamed\" }");

        MvcTestResult newest = get(ALL + "/" + id + "/receipt");
        assertThat(newest)
                .hasStatusOk()
                .hasHeader("Content-Disposition", "attachment; filename=\"hashwise-receipt-2.json\"");
        assertThat(CanonicalJson.of(json(newest))).isEqualTo(text(newest));
        assertThat(json(get(ALL + "/" + id + "/receipts/1")).path("company").stringValue())
                .isEqualTo("Example Mining");
        assertThat(text(get(ALL + "/" + id + "/receipts/2"))).isEqualTo(text(newest));
    }

    @Test
    void aRequestThatIsSentAgainIsAnsweredAlike() {
        MvcTestResult first = post(BODY, "key-1");
        MvcTestResult second = post(BODY.replace("  ", " "), "key-1");

        assertThat(second).hasStatus(HttpStatus.CREATED).hasHeader("ETag", "\"1\"");
        assertThat(text(second)).isEqualTo(text(first));
        assertThat(second.getResponse().getHeader("Location"))
                .isEqualTo(first.getResponse().getHeader("Location"));
        assertThat(post("{}", "key-1")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(post(BODY, "k".repeat(201))).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(text(post(BODY, "key-2"))).isNotEqualTo(text(first));
        caller.is("ada");
        assertThat(post("{}", "key-1")).hasStatus(HttpStatus.CREATED);
    }

    @Test
    void ofManyAtOnceWithOneKeyOneIsKept() throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(6);
        try {
            List<Future<String>> replies = new ArrayList<>();
            for (int each = 0; each < 6; each++) {
                replies.add(senders.submit(() -> text(post(BODY, "at-once"))));
            }
            HashSet<String> told = new HashSet<>();
            for (Future<String> reply : replies) {
                told.add(reply.get());
            }
            assertThat(told).hasSize(1);
        } finally {
            senders.shutdownNow();
        }
    }

    @Test
    void onesOwnAreListedInParts() {
        created();
        assertThat(json(get(ALL)).path("assessments").isEmpty()).isTrue();
        caller.is("lister " + System.nanoTime());
        List<String> own = new ArrayList<>(List.of(created(), created(), created()));

        List<String> listed = new ArrayList<>();
        JsonNode part = json(get(ALL + "?limit=2"));
        part.path("assessments").forEach(each -> listed.add(each.path("id").stringValue()));
        assertThat(listed).hasSize(2);
        part = json(get(ALL + "?limit=2&cursor=" + part.path("next").stringValue()));
        part.path("assessments").forEach(each -> listed.add(each.path("id").stringValue()));

        assertThat(part.path("next").isNull()).isTrue();
        Collections.sort(own);
        Collections.sort(listed);
        assertThat(listed).isEqualTo(own);
        assertThat(get(ALL + "?limit=0&cursor=x"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .extractingPath("$.errors[*].id")
                .asArray()
                .containsExactly("cursor", "limit");
    }

    @Test
    void anExportIsTakenAgainAndAnAlteredOneIsNot() {
        caller.is("exporter " + System.nanoTime());
        String id = created();
        patch(id, "\"1\"", "{ \"answers\": { \"mining.hashrateEh\": 14 } }");
        created();
        String exported = text(get(ALL + "/export"));
        assertThat(JSON.readTree(exported).path("assessments").size()).isEqualTo(2);

        assertThat(take(exported)).hasStatusOk().bodyJson().isStrictlyEqualTo("""
                { "imported": 0, "extended": 0, "unchanged": 2 }""");
        ObjectNode document = (ObjectNode) JSON.readTree(exported);
        ((ObjectNode) document.path("assessments").path(0).path("receipts").path(0)).put("company", "Other");
        ((ObjectNode) document.path("assessments").path(1)).put("createdAt", "yesterday");
        document.put("format", 9);
        assertThat(take(document.toString()))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .extractingPath("$.errors[*].id")
                .asArray()
                .containsExactly("format", "assessments[0].receipts[0]", "assessments[1].createdAt");
        delete(id, null);
        assertThat(take(exported))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("This assessment was deleted here");
        assertThat(take("[]")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(take("{ \"format\": 1,"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("line 1");
    }

    @Test
    void anImportWhoseTreeWouldFillTheMemoryIsRefused() {
        String lists = "[],".repeat(100_000) + "[]";
        assertThat(take("{ \"format\": 1, \"assessments\": [ { \"receipts\": [ [" + lists + "] ] } ] }"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("A receipt may have at most 20,000 values");
        assertThat(take("{ \"format\": [" + lists + "], \"assessments\": [] }"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("at most 20,000 values");
    }

    @Test
    void namesLoseWhatNobodySeesInRequests() {
        String id = json(post(BODY.replace("Example Mining", "Example\\u200b Mining\\u202e")))
                .path("id")
                .stringValue();
        assertThat(json(get(ALL + "/" + id)).path("company").stringValue()).isEqualTo("Example Mining");
    }

    @Test
    void adviceThatTheRulesDoNotGiveIsNotImported() {
        caller.is("forger " + System.nanoTime());
        String id = created();
        String exported = text(get(ALL + "/export?id=" + id));
        String other = "f".repeat(16) + id.substring(16);
        ObjectNode document = (ObjectNode) JSON.readTree(exported.replace(id, other));
        assertThat(take(rehashed(document, receipt -> {}))).bodyText().contains("\"imported\":1");

        String another = "e".repeat(16) + id.substring(16);
        ObjectNode forged = (ObjectNode) JSON.readTree(exported.replace(id, another));
        String body = rehashed(
                forged,
                receipt -> ((ObjectNode) receipt.path("advice").path("recommendation"))
                        .put("headline", "Buy the coin of the forger"));

        assertThat(take(body))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .extractingPath("$.errors[*].id")
                .asArray()
                .containsExactly("assessments[0].receipts[0]");
        assertThat(get(ALL + "/" + another)).hasStatus(HttpStatus.NOT_FOUND);
        String future = rehashed(forged, receipt -> receipt.put("issuedAt", "2999-01-01T00:00:00Z"));
        assertThat(take(future)).hasStatus(HttpStatus.BAD_REQUEST);
        String otherMarket =
                rehashed(forged, receipt -> ((ObjectNode) receipt.path("market")).put("asOf", "2025-01-01"));
        assertThat(take(otherMarket))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("assessments[0].receipts[0]");
        ObjectNode dated = (ObjectNode) JSON.readTree(exported.replace(id, another));
        ((ObjectNode) dated.path("assessments").path(0)).put("asOf", "2025-01-01");
        assertThat(take(rehashed(dated, receipt -> {})))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("assessments[0].asOf");
        ObjectNode later = (ObjectNode) JSON.readTree(exported.replace(id, another));
        ((ObjectNode) later.path("assessments").path(0)).put("changedAt", "2999-01-01T00:00:00Z");
        assertThat(take(rehashed(later, receipt -> {})))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("assessments[0].changedAt");
        for (Consumer<ObjectNode> change : List.<Consumer<ObjectNode>>of(
                receipt -> ((ObjectNode) receipt.path("engine")).put("version", "1.0\r\nforged"),
                receipt -> ((ObjectNode) receipt.path("engine")).put("name", "Forger"),
                receipt -> receipt.put("previous", "the forger"))) {
            ObjectNode unwritten = (ObjectNode) JSON.readTree(exported.replace(id, another));
            assertThat(take(rehashed(unwritten, change)))
                    .hasStatus(HttpStatus.BAD_REQUEST)
                    .bodyText()
                    .contains("assessments[0].receipts[0]");
        }
    }

    @Test
    void namesWithControlCharactersAndDirectionMarksAreNotImported() {
        String exported = text(get(ALL + "/export?id=" + created()));
        for (String name : List.of("A\r\nB", "A\0B", "A\u202EB", "A\u2066B")) {
            ObjectNode document = (ObjectNode) JSON.readTree(exported);
            String body = rehashed(document, receipt -> receipt.put("company", name));

            assertThat(take(body))
                    .hasStatus(HttpStatus.BAD_REQUEST)
                    .bodyText()
                    .contains("assessments[0].receipts[0].company");
        }
    }

    @Test
    void onlyTheOwnerExtendsAnAssessmentByImport() {
        caller.is("owner " + System.nanoTime());
        String id = created();
        ObjectNode document = (ObjectNode) JSON.readTree(text(get(ALL + "/export?id=" + id)));
        ObjectNode item = (ObjectNode) document.path("assessments").path(0);
        ObjectNode next = ((ObjectNode) item.path("receipts").path(0)).deepCopy();
        next.put("version", 2).remove("hash");
        next.put("hash", CanonicalJson.hash(next));
        ((tools.jackson.databind.node.ArrayNode) item.path("receipts")).add(next);
        item.put("version", 2);

        caller.is("another " + System.nanoTime());
        assertThat(take(document.toString()))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("belongs to another account");
        assertThat(get(ALL + "/" + id)).hasHeader("ETag", "\"1\"");
    }

    private static String rehashed(ObjectNode document, Consumer<ObjectNode> change) {
        ObjectNode receipt = (ObjectNode)
                document.path("assessments").path(0).path("receipts").path(0);
        change.accept(receipt);
        receipt.remove("hash");
        receipt.put("hash", CanonicalJson.hash(receipt));
        ((ObjectNode) document.path("assessments").path(0))
                .put("company", receipt.path("company").stringValue());
        return document.toString();
    }

    @Test
    void aWeakTagIsNamedAndTheStrongOneSuggested() {
        String id = created();

        assertThat(patch(id, "W/\"1\"", "{ \"company\": \"B\" }"))
                .hasStatus(HttpStatus.PRECONDITION_FAILED)
                .bodyJson()
                .hasPathSatisfying(
                        "$.detail", detail -> detail.assertThat().asString().contains("weak", "If-Match: \"1\""))
                .hasPathSatisfying(
                        "$.yours.version", version -> version.assertThat().isEqualTo(1));
    }

    @Test
    void aTagThatAServerInBetweenHasChangedIsAnsweredWithTheCurrentOne() {
        String id = created();
        for (String tag : List.of("\"1--gzip\"", "\"1-gzip\"", "three", "\"0\"")) {
            assertThat(patch(id, tag, "{ \"company\": \"B\" }"))
                    .hasStatus(HttpStatus.PRECONDITION_FAILED)
                    .bodyJson()
                    .hasPathSatisfying(
                            "$.detail",
                            detail -> detail.assertThat()
                                    .asString()
                                    .contains("If-Match: \"1\"")
                                    .doesNotContain("version 0"));
        }
    }

    @Test
    void aVersionThatIsNoNumberIsNotFound() {
        String id = created();
        for (String version : List.of("1e3", "0", "-1", "01", "99999999999", "x")) {
            assertThat(get(ALL + "/" + id + "/receipts/" + version)).hasStatus(HttpStatus.NOT_FOUND);
        }
    }

    @Test
    void anotherSpellingOfTheSameRequestIsTheSameRequestAndADeletedOneIsGone() {
        String key = "key " + System.nanoTime();
        String id = json(post(BODY, key)).path("id").stringValue();

        assertThat(json(post(BODY.replace("12.8", "1.28e1").replace(" ", "  "), key))
                        .path("id")
                        .stringValue())
                .isEqualTo(id);
        assertThat(post(BODY.replace("12.8", "13"), key)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        delete(id, null);
        assertThat(post(BODY, key)).hasStatus(HttpStatus.GONE);
    }

    @Test
    void aRequestThatIsSentAgainAfterMidnightHasTheFirstAnswer() {
        String key = "midnight " + System.nanoTime();
        String body = BODY.replace("\"asOf\": \"2025-12-01\", ", "");
        String first = text(post(body, key));
        day.is(LocalDate.of(2026, 1, 3));

        assertThat(text(post(body, key))).isEqualTo(first);
        assertThat(text(post(body, key + " more"))).isNotEqualTo(first);
    }

    @Test
    void aRequestThatIsSentAgainAfterTheRulesChangedHasTheFirstAnswer() {
        String key = "rules " + System.nanoTime();
        String first = text(post(BODY, key));
        RulebookActivation.swap(SmallRulesSlice.RULEBOOKS, SmallRules.edition(120));
        try {
            assertThat(text(post(BODY, key))).isEqualTo(first);
            assertThat(json(post(BODY, key + " more")).at("/advice/rulebook").stringValue())
                    .isNotEqualTo(JSON.readTree(first).at("/advice/rulebook").stringValue());
        } finally {
            RulebookActivation.swap(SmallRulesSlice.RULEBOOKS, SmallRules.edition(100));
        }
    }

    @Test
    void anImportWithANumberBeyondAnyDecimalIsRefused() {
        assertThat(http.post()
                        .uri(ALL + "/import")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{ \"format\": 31e3094473409, \"assessments\": [] }"))
                .hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void whoKnowsAnIdMayExportIt() {
        String id = created();

        JsonNode exported = JSON.readTree(text(get(ALL + "/export?id=" + id)));

        assertThat(exported.path("assessments").path(0).path("id").stringValue())
                .isEqualTo(id);
        assertThat(get(ALL + "/export?id=" + "0".repeat(32))).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void theChainSaysWhatWasAltered() {
        String id = created();
        assertThat(json(get("/api/v1/receipts/chain")).path("sound").booleanValue())
                .isTrue();
        store.write(jdbc -> jdbc.sql("update receipt set body = replace(body, '12.8', '12.9') where assessment = ?")
                .param(id)
                .update());

        JsonNode report = json(get("/api/v1/receipts/chain"));
        store.write(jdbc -> jdbc.sql("update receipt set body = replace(body, '12.9', '12.8') where assessment = ?")
                .param(id)
                .update());

        assertThat(report.path("sound").booleanValue()).isFalse();
        assertThat(report.path("fault").path("kind").stringValue()).isEqualTo("altered");
        assertThat(report.path("fault").path("assessment").stringValue()).isEqualTo(id.substring(0, 8));
    }

    private void assertHashed(JsonNode receipt) {
        ObjectNode others = ((ObjectNode) receipt).deepCopy();
        others.remove("hash");
        assertThat(CanonicalJson.hash(others)).isEqualTo(receipt.path("hash").stringValue());
    }

    private long links() {
        return json(get("/api/v1/receipts/chain")).path("links").longValue();
    }

    private String created() {
        return json(post(BODY)).path("id").stringValue();
    }

    private MvcTestResult post(String body) {
        return post(body, null);
    }

    MvcTestResult post(String body, String key) {
        var request =
                http.post().uri(ALL).contentType(MediaType.APPLICATION_JSON).content(body);
        return (key == null ? request : request.header("Idempotency-Key", key)).exchange();
    }

    private MvcTestResult take(String body) {
        return http.post()
                .uri(ALL + "/import")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    MvcTestResult get(String path) {
        return http.get().uri(path).exchange();
    }

    private MvcTestResult patch(String id, String match, String body) {
        var request = http.method(HttpMethod.PATCH)
                .uri(ALL + "/" + id)
                .contentType("application/merge-patch+json")
                .content(body);
        return (match == null ? request : request.header("If-Match", match)).exchange();
    }

    private MvcTestResult delete(String id, String match) {
        var request = http.delete().uri(ALL + "/" + id);
        return (match == null ? request : request.header("If-Match", match)).exchange();
    }

    static JsonNode json(MvcTestResult result) {
        return JSON.readTree(text(result));
    }

    static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
