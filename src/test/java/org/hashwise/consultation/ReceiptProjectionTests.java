package org.hashwise.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.hashwise.advice.Strategy;
import org.hashwise.assessment.Editions;
import org.hashwise.assessment.Receipt;
import org.hashwise.assessment.ReceiptFields;
import org.hashwise.projection.ModelVersion;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Language;
import org.hashwise.rulebook.ActiveRulebook;
import org.hashwise.rulebook.RulebookActivation;
import org.hashwise.rulebook.ShippedRules;
import org.hashwise.rulebook.SmallRules;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import tools.jackson.databind.node.ObjectNode;

/** The projection in a receipt, by a small edition with the shipped parameters. */
class ReceiptProjectionTests {

    private static final String PARAMETERS = "parameters/projection.yaml";
    private static final ActiveRulebook IN_FORCE = RulebookActivation.of(SmallRules.edition(100)
            .with(PARAMETERS, ShippedRules.files().text(PARAMETERS).getBytes(StandardCharsets.UTF_8)));
    private static final SmallReceipts ARCHIVE = new SmallReceipts();
    private static final Verifier VERIFIER = new Verifier(ARCHIVE.editions());

    private static final Receipt RECEIPT = issue();

    private static Receipt issue() {
        ARCHIVE.keep(IN_FORCE.current().files());
        Receipts receipts = new Receipts(
                IN_FORCE,
                new Consultation(IN_FORCE, Clock.systemUTC()),
                new Analyses(IN_FORCE),
                new Projections(IN_FORCE),
                VERIFIER,
                new StaticListableBeanFactory().getBeanProvider(Editions.class));
        Consultation.Request request = new Consultation.Request(
                "Example Mining",
                SmallRules.MARKET_DAY,
                Language.EN,
                Answers.of(Map.of(
                        "mining.hashrateEh", new Answer.Number(10),
                        "treasury.cashUsd", new Answer.Number(20_000_000),
                        "treasury.btcHeld", new Answer.Number(400))));
        return receipts.issue(request, "abc", 1, Instant.parse("2026-04-01T00:00:00Z"), null)
                .receipt();
    }

    @Test
    void itHoldsInputsAndFiguresAndIsReproduced() {
        ProjectionDocument recorded = Objects.requireNonNull(ProjectionDocument.of(RECEIPT));

        assertThat(recorded.months()).isEqualTo(24);
        assertThat(recorded.paths()).isEqualTo(2_000);
        assertThat(recorded.startsAt()).isEqualTo(SmallRules.MARKET_DAY);
        assertThat(recorded.scenario()).isEqualTo(Projections.Scenario.NEUTRAL);
        assertThat(recorded.strategies()).containsOnlyKeys(Strategy.values());
        assertThat(recorded.projection().strategies().get(Strategy.HOLD).liquidityUsd())
                .hasSize(25);
        assertThat(VERIFIER.verify(RECEIPT).reproduced()).isTrue();
    }

    @Test
    void anAlteredFigureIsTheFirstDifference() {
        ObjectNode fields = (ObjectNode) RECEIPT.json();
        fields.remove("hash");
        ((ObjectNode) fields.at("/projection/strategies/HOLD/forcedSale")).put("btcMedian", 123456.78);

        Verification verification = VERIFIER.verify(Receipt.of(fields));

        assertThat(verification.reproduced()).isFalse();
        assertThat(Objects.requireNonNull(verification.difference()).path())
                .isEqualTo("$.projection.strategies.HOLD.forcedSale.btcMedian");
    }

    @Test
    void otherInputsAreADifferenceAndAreNotComputed() {
        ObjectNode fields = (ObjectNode) RECEIPT.json();
        fields.remove("hash");
        ((ObjectNode) fields.path("projection")).put("paths", 2_000_000_000);

        assertThat(Objects.requireNonNull(VERIFIER.verify(Receipt.of(fields)).difference())
                        .path())
                .isEqualTo("$.projection.paths");
    }

    @Test
    void aReceiptOfTheFirstModelIsComputedByThatModel() {
        ObjectNode fields = (ObjectNode) RECEIPT.json();
        fields.remove("hash");
        ((ObjectNode) fields.path("projection")).remove("model");
        Verification newFigures = VERIFIER.verify(Receipt.of(fields));

        ReceiptFields own = RECEIPT.fields();
        Evaluation evaluation = Evaluation.of(IN_FORCE.current(), own, own.market());
        ReceiptWriter.addProjection(
                fields,
                Projections.recorded(IN_FORCE.current(), evaluation, ModelVersion.FIRST)
                        .orElseThrow());
        Verification first = VERIFIER.verify(Receipt.of(fields));

        assertThat(RECEIPT.json().at("/projection/model").asInt()).isEqualTo(3);
        assertThat(newFigures.reproduced())
                .as("without its number the figures are not those of the first model")
                .isFalse();
        assertThat(fields.path("projection").has("model")).isFalse();
        assertThat(first.reproduced()).isTrue();
    }

    @Test
    void aReceiptWithoutOneIsReproducedAsItWasIssued() {
        ObjectNode fields = (ObjectNode) RECEIPT.json();
        fields.remove("hash");
        fields.remove("projection");
        Receipt earlier = Receipt.of(fields);

        assertThat(VERIFIER.verify(earlier).reproduced()).isTrue();
        assertThat(ProjectionDocument.of(earlier)).isNull();
    }
}
