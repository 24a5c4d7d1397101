package org.hashwise.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.hashwise.advice.Strategy;
import org.hashwise.assessment.Editions;
import org.hashwise.assessment.Receipt;
import org.hashwise.assessment.ReceiptFields;
import org.hashwise.projection.Calibration;
import org.hashwise.projection.ModelVersion;
import org.hashwise.projection.Quantiles;
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
    private static final String SHIPPED = ShippedRules.files().text(PARAMETERS);
    private static final ActiveRulebook IN_FORCE = edition(SHIPPED);
    private static final SmallReceipts ARCHIVE = new SmallReceipts();
    private static final Verifier VERIFIER = new Verifier(ARCHIVE.editions());

    private static final Receipt RECEIPT = issue(IN_FORCE);

    private static ActiveRulebook edition(String parameters) {
        return RulebookActivation.of(
                SmallRules.edition(100).with(PARAMETERS, parameters.getBytes(StandardCharsets.UTF_8)));
    }

    private static Receipt issue(ActiveRulebook edition) {
        ARCHIVE.keep(edition.current().files());
        Receipts receipts = new Receipts(
                edition,
                new Consultation(edition, Clock.systemUTC()),
                new Analyses(edition),
                new Projections(edition),
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
        assertThat(recorded.scenario()).isEqualTo(Projections.MarketScenario.NEUTRAL);
        assertThat(recorded.strategies()).containsOnlyKeys(Strategy.values());
        assertThat(recorded.projection().strategies().get(Strategy.HOLD).liquidityUsd())
                .hasSize(25);
        assertThat(VERIFIER.verify(RECEIPT).reproduced()).isTrue();
    }

    @Test
    void itHoldsTheCalibratedRangeOfItsEdition() {
        ProjectionDocument recorded = Objects.requireNonNull(ProjectionDocument.of(RECEIPT));
        Calibration calibration = Objects.requireNonNull(recorded.projection().calibration());
        ProjectionDocument.OutlookItem hold =
                Objects.requireNonNull(recorded.strategies().get(Strategy.HOLD));
        Calibration.Ranges ranges = Objects.requireNonNull(hold.calibratedRange());
        Quantiles band = hold.liquidityUsd().get(24);
        double margin = calibration.liquidityUsd().widthFactor() * (band.p90() - band.p10());

        assertThat(calibration).isEqualTo(Projections.calibration(IN_FORCE.current()));
        assertThat(ranges.liquidityUsd().get(24).high()).isCloseTo(band.p90() + margin, within(0.5));
        assertThat(ranges.liquidityUsd().get(24).low()).isCloseTo(Math.max(0, band.p10() - margin), within(0.5));
        assertThat(ranges.btcHeld()).hasSize(25).first().isEqualTo(new Calibration.Range(0, 400, 400));
    }

    @Test
    void anEditionWithoutCalibrationHasNoRangeAndVerifies() {
        String earlier = SHIPPED.substring(0, SHIPPED.indexOf("  - name: calibration"));
        Receipt receipt = issue(edition(earlier));

        assertThat(receipt.json().path("projection").has("calibration")).isFalse();
        assertThat(receipt.json().at("/projection/strategies/HOLD").has("calibratedRange"))
                .isFalse();
        assertThat(VERIFIER.verify(receipt).reproduced()).isTrue();
        assertThat(Objects.requireNonNull(ProjectionDocument.of(receipt))
                        .projection()
                        .calibration())
                .isNull();
    }

    @Test
    void aCalibrationIsGivenWholeOrNotAtAll() {
        String partial = SHIPPED.substring(0, SHIPPED.lastIndexOf("  - name: "));

        assertThatThrownBy(() -> edition(partial)).hasStackTraceContaining("calibrationCoinsWithinRange");
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
