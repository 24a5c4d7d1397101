package org.hashwise.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.hashwise.assessment.Editions;
import org.hashwise.assessment.Receipt;
import org.hashwise.assessment.ReceiptUnreadable;
import org.hashwise.assessment.Store;
import org.hashwise.assessment.StoreSettings;
import org.hashwise.consultation.Verification.Found;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Problem;
import org.hashwise.rulebook.ActiveRulebook;
import org.hashwise.rulebook.RulebookActivation;
import org.hashwise.rulebook.SmallRules;
import org.hashwise.rulebook.model.RulebookFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An issued receipt is reproduced, and a changed one is not. */
class ReceiptsTests {

    /** The usual build changes one digit in so many. */
    private static final int ONE_OF = Boolean.getBoolean("hashwise.thorough") ? 1 : 4;

    private static final JsonMapper JSON = new JsonMapper();
    private static final SmallReceipts RECEIPTS = new SmallReceipts();
    private static final Editions ARCHIVE = archive();
    private static final ActiveRulebook IN_FORCE = RulebookActivation.of(SmallRules.edition(100));

    private static final Map<String, Answer> ODD_ANSWERS = Map.of(
            "power.largestSiteMw", new Answer.Number(9000),
            "power.priceUsdPerKwh", new Answer.Number(0.1 + 0.2),
            "power.contract", new Answer.Choice("FIXED"),
            "company.listed", new Answer.YesNo(true),
            "regulation.jurisdictions",
                    new Answer.Shares(new TreeMap<>(Map.of("US-TX", 100.0 / 3, "CA-QC", 200.0 / 3))));

    private static Editions archive() {
        try {
            Path folder = Files.createTempDirectory("store");
            return new Editions(new Store(StoreSettings.in(folder)), SmallReceipts.CLOCK);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Receipts service() {
        RECEIPTS.keep(IN_FORCE.current().files());
        StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("archive", ARCHIVE));
        return new Receipts(
                IN_FORCE,
                new Consultation(IN_FORCE, Clock.systemUTC()),
                new Analyses(IN_FORCE),
                new Projections(IN_FORCE),
                new Verifier(RECEIPTS.editions()),
                beans.getBeanProvider(Editions.class));
    }

    @Test
    void aReceiptHoldsTheWholeStoryAndComesOutAgain() {
        Receipts.Issued issued =
                service().issue(SmallReceipts.request(ODD_ANSWERS), "abc", 7, SmallReceipts.ISSUED, "sha256:before");
        JsonNode json = issued.receipt().json();

        assertThat(json.propertyNames())
                .containsExactlyInAnyOrder(
                        "format",
                        "assessment",
                        "version",
                        "issuedAt",
                        "previous",
                        "company",
                        "asOf",
                        "language",
                        "answers",
                        "assumptions",
                        "market",
                        "rulebook",
                        "engine",
                        "advice",
                        "hash");
        assertThat(json.at("/assessment").asString()).isEqualTo("abc");
        assertThat(json.at("/version").asInt()).isEqualTo(7);
        assertThat(json.at("/issuedAt").asString()).isEqualTo("2026-01-02T03:04:05.678Z");
        assertThat(json.at("/previous").asString()).isEqualTo("sha256:before");
        assertThat(json.at("/asOf").asString()).isEqualTo("2025-12-01");
        assertThat(json.at("/answers/power.priceUsdPerKwh").doubleValue()).isEqualTo(0.1 + 0.2);
        assertThat(json.at("/answers/regulation.jurisdictions/US-TX").doubleValue())
                .isEqualTo(100.0 / 3);
        assertThat(json.at("/assumptions/mining.poolFeePercent").isNumber()).isTrue();
        assertThat(json.at("/market/asOf").asString()).isEqualTo("2025-11-30");
        assertThat(json.at("/market/indicators/market.btcPriceUsd/unit").asString())
                .isEqualTo("USD/BTC");
        assertThat(json.at("/market/indicators/market.btcPriceUsd/source").asString())
                .isNotBlank();
        assertThat(json.at("/rulebook").asString())
                .isEqualTo(SmallRules.edition(100).fingerprint());
        assertThat(json.at("/engine/name").asString()).isEqualTo("Hashwise");
        assertThat(json.at("/engine/version").asString())
                .isEqualTo(ProgramVersion.own().version())
                .isNotEqualTo("unbuilt");
        assertThat(json.at("/advice/recommendation/strategy").asString()).isEqualTo("AI_HOSTING");
        assertThat(json.at("/hash").asString())
                .isEqualTo(issued.receipt().hash())
                .startsWith("sha256:");
        assertThat(issued.receipt().isIntact()).isTrue();

        Verification verification = service().verify(issued.receipt());
        assertThat(verification.difference()).isNull();
        assertThat(verification.reproduced()).isTrue();
    }

    @Test
    void aMarketThatTheEditionDoesNotHaveIsNotReissued() {
        Receipt issued = RECEIPTS.issue(100, SmallReceipts.request(9000));
        ObjectNode forged = (ObjectNode) issued.json();
        ((ObjectNode) forged.at("/market/indicators/market.btcPriceUsd")).put("source", "the forger");
        forged.remove("hash");
        Receipt other = Receipt.of(forged);

        assertThat(service().verify(other).reproduced()).isTrue();
        assertThat(service().reissue(other).reproduced()).isFalse();
        assertThat(service().reissue(issued).reproduced()).isTrue();
    }

    @Test
    void theAdviceIsTheDocumentThatTheApiReplies() {
        Receipts.Issued issued = service().issue(SmallReceipts.request(9000), "abc", 1, SmallReceipts.ISSUED, null);
        AdviceDocument document = AdviceDocument.of(
                issued.advice(), Wording.own(IN_FORCE.current().questionnaire()));

        assertThat(Receipt.of(((ObjectNode) JSON.valueToTree(document)))
                        .body()
                        .replaceFirst("\"hash\":\"[^\"]*\",", ""))
                .isEqualTo(Receipt.of((ObjectNode) issued.receipt().json().get("advice"))
                        .body()
                        .replaceFirst("\"hash\":\"[^\"]*\",", ""));
    }

    @Test
    void theSameRequestGivesTheSameBytes() {
        Receipts receipts = service();
        Consultation.Request request = SmallReceipts.request(ODD_ANSWERS);

        assertThat(receipts.issue(request, "abc", 1, SmallReceipts.ISSUED, null).receipt())
                .isEqualTo(receipts.issue(request, "abc", 1, SmallReceipts.ISSUED, null)
                        .receipt());
        String other = receipts.issue(request, "def", 2, Instant.EPOCH, "sha256:x")
                .receipt()
                .body();
        assertThat(without(other, "assessment", "version", "issuedAt", "previous", "hash"))
                .isEqualTo(without(
                        receipts.issue(request, "abc", 1, SmallReceipts.ISSUED, null)
                                .receipt()
                                .body(),
                        "assessment",
                        "version",
                        "issuedAt",
                        "previous",
                        "hash"));
    }

    private static String without(String body, String... names) {
        ObjectNode json = (ObjectNode) JSON.readTree(body);
        json.remove(java.util.List.of(names));
        return json.toString();
    }

    @Test
    void theEditionInForceIsArchivedWithTheFirstReceipt() {
        service().issue(SmallReceipts.request(9000), "abc", 1, SmallReceipts.ISSUED, null);

        assertThat(ARCHIVE.edition(SmallRules.edition(100).fingerprint())).isPresent();
    }

    @Test
    void whiteSpaceAndOrderDoNotMatter() {
        Receipt receipt = RECEIPTS.issue(100, SmallReceipts.request(ODD_ANSWERS));
        String pretty = receipt.json().toPrettyString();

        assertThat(pretty).isNotEqualTo(receipt.body());
        assertThat(Receipt.parse(pretty)).isEqualTo(receipt);
    }

    @Test
    void everyChangedDigitIsCaught() {
        String body = RECEIPTS.issue(100, SmallReceipts.request(ODD_ANSWERS)).body();
        int tried = 0;
        int digits = 0;
        for (int at = 0; at < body.length(); at++) {
            char c = body.charAt(at);
            if (c >= '0' && c <= '9' && digits++ % ONE_OF == 0) {
                char other = c == '9' ? '0' : (char) (c + 1);
                String changed = body.substring(0, at) + other + body.substring(at + 1);
                tried++;
                assertThat(isTaken(changed))
                        .as(() -> "digit changed in " + body.substring(0, 40))
                        .isFalse();
            }
        }
        System.out.printf("Receipts: %d digits of a receipt changed one by one, all caught%n", tried);
        assertThat(digits).isGreaterThan(500);
        assertThat(tried).isGreaterThan(500 / ONE_OF);
    }

    private static boolean isTaken(String text) {
        try {
            return Receipt.parse(text).isIntact();
        } catch (ReceiptUnreadable caught) {
            return false;
        }
    }

    /** Two decimals of 17 digits that are one double. */
    @Test
    void aLastDigitThatMakesNoOtherDoubleIsCaughtToo() {
        String body = RECEIPTS.issue(100, SmallReceipts.request(ODD_ANSWERS)).body();
        String changed = body.replace("0.30000000000000004", "0.30000000000000005");

        assertThat(changed).isNotEqualTo(body);
        assertThat(Receipt.parse(changed).isIntact()).isFalse();
        assertThat(RECEIPTS.verify(Receipt.parse(changed)).reproduced()).isFalse();
    }

    @Test
    void theFirstDifferenceIsNamedWithBothValues() {
        String body = RECEIPTS.issue(100, SmallReceipts.request(9000)).body();
        Receipt changed = Receipt.parse(body.replace("Large from 100 MW.", "Large from 900 MW."));
        Verification verification = RECEIPTS.verify(changed);

        assertThat(verification.reproduced()).isFalse();
        assertThat(verification.intact()).isFalse();
        assertThat(verification.difference().path()).isEqualTo("$.advice.evidence[0].text");
        assertThat(verification.difference().receipt().asString()).isEqualTo("Large from 900 MW.");
        assertThat(verification.difference().now().asString()).isEqualTo("Large from 100 MW.");
    }

    @Test
    void aReceiptWhoseHashWasMadeAnewIsCaughtByRunningIt() {
        ObjectNode json =
                (ObjectNode) RECEIPTS.issue(100, SmallReceipts.request(9000)).json();
        ((ObjectNode) json.at("/advice/recommendation")).put("headline", "Buy everything.");
        json.remove("hash");
        Receipt forged = Receipt.of(json);
        Verification verification = RECEIPTS.verify(forged);

        assertThat(forged.isIntact()).isTrue();
        assertThat(verification.reproduced()).isFalse();
        assertThat(verification.difference().path()).isEqualTo("$.advice.recommendation.headline");
    }

    @Test
    void whatIsOnlyCopiedIsProtectedByTheHash() {
        String body = RECEIPTS.issue(100, SmallReceipts.request(9000)).body();
        Verification verification =
                RECEIPTS.verify(Receipt.parse(body.replace("\"company\":\"Example", "\"company\":\"Another")));

        assertThat(verification.reproduced()).isFalse();
        assertThat(verification.difference().path()).isEqualTo("$.hash");
    }

    @Test
    void theMarketIsThatOfTheReceipt() {
        ObjectNode json =
                (ObjectNode) RECEIPTS.issue(100, SmallReceipts.request(9000)).json();
        ((ObjectNode) json.at("/market/indicators/market.btcPriceUsd")).put("value", 12_345);
        json.remove("hash");

        assertThat(RECEIPTS.verify(Receipt.of(json)).difference().path()).startsWith("$.advice.");
    }

    @Test
    void anEditionThatNobodyHasIsSaid() {
        RulebookFiles lost = SmallRules.edition(2500);
        ObjectNode json =
                (ObjectNode) RECEIPTS.issue(100, SmallReceipts.request(9000)).json();
        json.put("rulebook", lost.fingerprint()).remove("hash");
        Verification verification = RECEIPTS.verify(Receipt.of(json));

        assertThat(verification.rulebook()).isEqualTo(Found.UNKNOWN);
        assertThat(verification.edition()).isEqualTo(lost.fingerprint());
        assertThat(verification.reproduced()).isFalse();
        assertThat(verification.intact()).isTrue();
    }

    @Test
    void aDamagedArchiveIsAsGoodAsNone() {
        String fingerprint = SmallRules.edition(2600).fingerprint();
        RECEIPTS.keep(fingerprint, new byte[] {1, 2, 3});
        ObjectNode json =
                (ObjectNode) RECEIPTS.issue(100, SmallReceipts.request(9000)).json();
        json.put("rulebook", fingerprint).remove("hash");

        assertThat(RECEIPTS.verify(Receipt.of(json)).rulebook()).isEqualTo(Found.UNKNOWN);
    }

    @Test
    void anEditionThatIsNotTakenAnyMoreIsSaid() {
        String fingerprint = RECEIPTS.keep(SmallRules.broken(100));
        ObjectNode json =
                (ObjectNode) RECEIPTS.issue(100, SmallReceipts.request(9000)).json();
        json.put("rulebook", fingerprint).remove("hash");

        assertThat(RECEIPTS.verify(Receipt.of(json)).rulebook()).isEqualTo(Found.REFUSED);
    }

    @Test
    void anotherEngineIsTriedAndSaid() {
        Receipt receipt = RECEIPTS.issue(100, SmallReceipts.request(9000));
        Verification verification =
                new Verifier(RECEIPTS.editions(), new ProgramVersion("Hashwise", "99")).verify(receipt);

        assertThat(verification.reproduced()).isTrue();
        assertThat(verification.ownEngine()).isEqualTo("99");
        assertThat(verification.engine()).isEqualTo(ProgramVersion.own().version());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nothing", "[1", "{\"a\":1,\"a\":2}", "{} {}"})
    void whatIsNoJsonIsSaidWithItsPlace(String text) {
        assertThatThrownBy(() -> Receipt.parse(text))
                .isInstanceOfSatisfying(
                        ReceiptUnreadable.class,
                        unreadable -> assertThat(unreadable.line()).isEqualTo(1));
    }

    @Test
    void everythingThatIsMissingOrWrongIsNamedAtOnce() {
        ObjectNode json =
                (ObjectNode) RECEIPTS.issue(100, SmallReceipts.request(9000)).json();
        json.remove("advice");
        json.put("asOf", "2025-13-01").put("version", "one").put("format", 2);
        ((ObjectNode) json.get("market")).put("asOf", 5);

        assertThatThrownBy(() -> Receipt.parse(json.toString()))
                .isInstanceOfSatisfying(
                        ReceiptUnreadable.class,
                        unreadable -> assertThat(unreadable.problems())
                                .extracting(Problem::id)
                                .containsExactlyInAnyOrder("advice", "asOf", "version", "format", "market.asOf"));
        assertThatThrownBy(() -> Receipt.parse("[]")).isInstanceOf(ReceiptUnreadable.class);
        assertThatThrownBy(() -> Receipt.parse("{\"format\": 31e3094473409}")).isInstanceOf(ReceiptUnreadable.class);
        assertThatThrownBy(() -> Receipt.parse("{}"))
                .isInstanceOfSatisfying(
                        ReceiptUnreadable.class,
                        unreadable -> assertThat(unreadable.problems()).hasSize(15));
    }

    @Test
    void aMarketValueThatIsMissingOrCannotBeIsTheDifference() {
        ObjectNode without =
                (ObjectNode) RECEIPTS.issue(100, SmallReceipts.request(9000)).json();
        ObjectNode absurd = without.deepCopy();
        ((ObjectNode) without.at("/market/indicators")).remove("market.btcPriceUsd");
        ((ObjectNode) absurd.at("/market/indicators/market.btcPriceUsd")).put("value", 1e308);

        assertThat(differenceOfForged(without).path()).isEqualTo("$.market.indicators['market.btcPriceUsd']");
        assertThat(differenceOfForged(absurd).path()).isEqualTo("$.market.indicators['market.btcPriceUsd'].value");
        assertThat(differenceOfForged(absurd).receipt().doubleValue()).isEqualTo(1e308);
    }

    private static Verification.Difference differenceOfForged(ObjectNode fields) {
        fields.remove("hash");
        Verification verification = RECEIPTS.verify(Receipt.of(fields));

        assertThat(verification.reproduced()).isFalse();
        return verification.difference();
    }
}
