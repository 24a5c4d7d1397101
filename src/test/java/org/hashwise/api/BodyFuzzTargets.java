package org.hashwise.api;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.hashwise.advice.Situation;
import org.hashwise.assessment.Receipt;
import org.hashwise.consultation.AdviceRequest;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.InvalidRequest;
import org.hashwise.consultation.JsonBody;
import org.hashwise.consultation.ShippedTexts;
import org.hashwise.consultation.SmallReceipts;
import org.hashwise.consultation.Wording;
import org.hashwise.fuzz.FuzzTarget;
import org.hashwise.fuzz.ReaderContract;
import org.hashwise.market.MarketSnapshot;
import org.hashwise.questionnaire.Language;
import org.hashwise.rulebook.Rulebook;
import org.hashwise.rulebook.ShippedRules;
import org.hashwise.rulebook.SmallRules;
import tools.jackson.databind.json.JsonMapper;

/** Bodies from anywhere: they are answered, or refused with a problem document. */
public final class BodyFuzzTargets {

    private static final int MUTANTS = 3_000;
    private static final Rulebook RULEBOOK = ShippedRules.rulebook();
    private static final MarketSnapshot MARKET = RULEBOOK.markets().newest().orElseThrow();
    private static final Wording WORDING = ShippedTexts.wording();
    private static final JsonMapper JSON = jsonMapper();
    private static final SmallReceipts RECEIPTS = new SmallReceipts();

    private static JsonMapper jsonMapper() {
        JsonMapper.Builder builder = JsonMapper.builder();
        new JsonFormat().customize(builder);
        return builder.build();
    }

    private BodyFuzzTargets() {}

    /** The readers of requests and receipts. */
    public static List<FuzzTarget> all() {
        RECEIPTS.keep(SmallRules.edition(100));
        return List.of(
                new FuzzTarget("request", requests(), MUTANTS, BodyFuzzTargets::request),
                new FuzzTarget("rough request", requests(), MUTANTS, BodyFuzzTargets::roughRequest),
                new FuzzTarget("receipt", receipts(), MUTANTS / 6, BodyFuzzTargets::receipt));
    }

    private static void request(byte[] body) throws Exception {
        answered(() -> {
            JsonBody json = JsonBody.read(new ByteArrayInputStream(body));
            Consultation.Request request = AdviceRequest.read(json, RULEBOOK.questionnaire(), Language.EN);
            Situation company = Situation.of(
                    RULEBOOK.questionnaire(), request.answers(), MARKET, RULEBOOK.jurisdictions(), MARKET.asOf());
            JSON.writeValueAsBytes(RULEBOOK.advise(company, request.language()));
        });
    }

    private static void roughRequest(byte[] body) throws Exception {
        answered(() -> {
            JsonBody json = JsonBody.read(new ByteArrayInputStream(body));
            AdviceRequest.rough(json, RULEBOOK.questionnaire(), Language.FR, 10, "samples", "seed")
                    .finish();
        });
    }

    private static void receipt(byte[] body) throws Exception {
        answered(() -> {
            Receipt receipt = ReceiptBody.read(new ByteArrayInputStream(body), Language.FR);
            JSON.writeValueAsBytes(VerificationResponse.of(RECEIPTS.verify(receipt)));
        });
    }

    // The refusal has to be told too, and may quote what was sent.
    private static void answered(ReaderContract.Reader reader) throws Exception {
        ReaderContract.holds(ApiException.class, () -> {
            try {
                reader.read();
            } catch (InvalidRequest refusal) {
                tell(ApiException.of(refusal));
            } catch (ApiException refusal) {
                tell(refusal);
            }
        });
    }

    private static void tell(ApiException refusal) {
        JSON.writeValueAsBytes(ProblemDocument.of(refusal, "/api/v1/advice", Language.EN, WORDING));
    }

    private static List<byte[]> requests() {
        return Stream.of(
                        "{}",
                        "{\"company\":\"Example \\u00e9\\ud83d\\ude00\",\"asOf\":\"2025-12\",\"language\":\"fr\"}",
                        """
                        { "company": "Example Mining", "asOf": "2025-12-01", "language": "en",
                          "answers": { "mining.hashrateEh": 12.8, "power.contract": "FIXED", "power.largestSiteMw": 245,
                                       "regulation.jurisdictions": { "US-NY": 40, "US-TX": 60 },
                                       "company.listed": true, "treasury.marketCapUsd": 2.5e9, "market.btcPriceUsd": 91800 } }""",
                        """
                        { "answers": { "power.contract": "FIXD", "mining.hashrate": [1, {"a": null}], "power.energizedMw": "100",
                                       "mining.hashrateEh": { "from": 1, "to": 20 }, "power.priceUsdPerKwh": { "about": 0.05 },
                                       "regulation.jurisdictions": { "us-tx": -1, "US-NY": 1e999, "US-NY": 5 } },
                          "samples": 100, "seed": 7, "answers": {} }""")
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private static List<byte[]> receipts() {
        String body = RECEIPTS.issue(100, SmallReceipts.request(9000)).body();
        String deep = "[".repeat(480) + "]".repeat(480);
        return Stream.of(
                        body,
                        JSON.readTree(body).toPrettyString(),
                        body.replaceFirst("\"answers\":\\{", "\"answers\":{\"deep\":" + deep + ","),
                        "[".repeat(100_000),
                        "{\"format\":1}")
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }
}
