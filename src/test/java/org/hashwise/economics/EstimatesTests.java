package org.hashwise.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Typical;
import org.junit.jupiter.api.Test;

class EstimatesTests {

    private final SampleFigures figures = SampleFigures.midSizedMiner();

    @Test
    void everyFormulaOfTheRulebookHasAName() {
        assertThat(Estimates.names())
                .containsExactly(
                        "chosen",
                        "fleet-from-power",
                        "fleet-power",
                        "largest-part",
                        "market-value",
                        "pending-tax",
                        "scaled",
                        "scaled-at-least",
                        "table",
                        "zero-or-more");
    }

    @Test
    void theStandingWithLendersFollowsFromOwingAnything() {
        Typical.Estimated estimate = new Typical.Estimated(
                "zero-or-more",
                Map.of(),
                Map.of("of", "treasury.debtUsd", "zero", "NONE", "more", "CURRENT"),
                Map.of());
        assertThat(Estimates.mismatches(estimate)).isEmpty();
        assertThat(Estimates.reads(estimate)).containsExactly("treasury.debtUsd");
        assertThat(Estimates.gives(estimate)).containsExactly("NONE", "CURRENT");
        assertThat(answer(estimate)).isEqualTo(new Answer.Choice("CURRENT"));
        figures.answer(Input.DEBT, 0.0);
        assertThat(answer(estimate)).isEqualTo(new Answer.Choice("NONE"));
    }

    @Test
    void theLargestPartOfASmallTotalIsAllOfIt() {
        Typical.Estimated estimate = new Typical.Estimated(
                "largest-part", Map.of("times", 0.4, "whole", 50.0), Map.of("of", "power.energizedMw"), Map.of());
        assertThat(value(estimate)).isEqualTo(80); // of 200 MW
    }

    @Test
    void scaledMultipliesOneFigure() {
        Typical.Estimated estimate = scaled(0.5);
        assertThat(value(estimate)).isEqualTo(100);
        assertThat(Estimates.reads(estimate)).containsExactly("power.energizedMw");
    }

    @Test
    void theSmallestCompanyHasACostOfItsOwn() {
        Typical.Estimated estimate = new Typical.Estimated(
                "scaled-at-least",
                Map.of("times", 1000.0, "listed", 3000.0, "unlisted", 500.0),
                Map.of("of", "mining.hashrateEh"),
                Map.of());
        assertThat(value(estimate)).isEqualTo(10_000); // of 10 EH/s
        figures.answer(Input.HASHRATE, 0.0);
        assertThat(value(estimate)).isEqualTo(3000);
        figures.answer(Input.LISTED, false);
        assertThat(value(estimate)).isEqualTo(500);
        assertThat(Estimates.reads(estimate)).containsExactly("company.listed", "mining.hashrateEh");
    }

    @Test
    void fleetDrawsHashrateTimesEfficiencyAndOverhead() {
        figures.answer(Input.SITE_OVERHEAD, 8.0);
        assertThat(value(estimate("fleet-power"))).isCloseTo(10 * 20 * 1.08, within(1e-9));
        assertThat(Estimates.reads(estimate("fleet-power")))
                .containsExactly("mining.fleetEfficiencyJPerTh", "mining.hashrateEh", "mining.siteOverheadPercent");
    }

    @Test
    void fleetFollowsFromStatedPowerOnly() {
        Typical.Estimated estimate =
                new Typical.Estimated("fleet-from-power", Map.of("otherwise", 7.0), Map.of(), Map.of());
        assertThat(value(estimate)).isEqualTo(7);
        assertThat(figures.read).isEmpty();
        figures.answer(Input.ENERGIZED_MW, 300.0);
        assertThat(value(estimate)).isCloseTo(15, within(1e-9));
        // a circle with fleet-power would be reported otherwise
        assertThat(Estimates.reads(estimate)).doesNotContain("power.energizedMw", "mining.hashrateEh");
    }

    @Test
    void chosenFactorDependsOnTheChoice() {
        Typical.Estimated estimate = chosen(Map.of("OWNED", 0.6, "*", 0.0));
        assertThat(value(estimate)).isEqualTo(120);
        figures.answer(Input.SITE_CONTROL, "HOSTED_BY_OTHERS");
        assertThat(value(estimate)).isZero();
        assertThat(Estimates.reads(estimate)).containsExactly("power.energizedMw", "power.siteControl");
    }

    @Test
    void tableFallsBackFromThePairToItsParts() {
        Typical.Estimated estimate = table(Map.of("OWNED,FIRM", 1.0, "OWNED,*", 2.0, "*,FIRM", 3.0, "*,*", 4.0));
        assertThat(value(estimate)).isEqualTo(1);
        figures.answer(Input.INTERCONNECTION, "QUEUED");
        assertThat(value(estimate)).isEqualTo(2);
        figures.answer(Input.SITE_CONTROL, "LEASED");
        assertThat(value(estimate)).isEqualTo(4);
        figures.answer(Input.INTERCONNECTION, "FIRM");
        assertThat(value(estimate)).isEqualTo(3);
    }

    @Test
    void marketValueIsThatOfCoinsAndPower() {
        Typical.Estimated estimate = new Typical.Estimated(
                "market-value", Map.of("coinMultiple", 1.0, "usdPerMw", 1_000_000.0), Map.of(), Map.of());
        assertThat(value(estimate)).isCloseTo(290e6, within(1e-3));
        figures.answer(Input.LISTED, false);
        assertThat(value(estimate)).isZero();
    }

    @Test
    void pendingTaxIsWeightedByThePowerDrawnInEachPlace() {
        figures.answer(Input.ENERGIZED_MW, 200.0)
                .answer(Input.JURISDICTIONS, new TreeMap<>(Map.of("US-NY", 50.0, "NO", 20.0, "XX", 30.0)));
        // half of 200 MW is the 100 MW of the published example
        double newYork = 43_405_000 / 876e6;
        assertThat(value(estimate("pending-tax"))).isCloseTo(0.5 * newYork + 0.2 * 0.01, within(1e-12));
    }

    @Test
    void placesWithoutTaxNeedNoPower() {
        assertThat(value(estimate("pending-tax"))).isZero();
        assertThat(figures.read).containsExactly("regulation.jurisdictions");
    }

    @Test
    void argumentsThatDoNotFitAreNamed() {
        Typical.Estimated estimate = new Typical.Estimated(
                "scaled", Map.of("factor", 2.0), Map.of("of", "power.energizedMw"), Map.of("times", Map.of()));
        assertThat(Estimates.mismatches(estimate))
                .containsExactly(
                        new Estimates.Mismatch("times", true),
                        new Estimates.Mismatch("factor", false),
                        new Estimates.Mismatch("times", false));
        assertThat(Estimates.mismatches(scaled(1))).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> value(estimate));
    }

    @Test
    void choicesWithoutAnEntryAreNamed() {
        Map<String, List<String>> choices = Map.of(
                "power.siteControl", List.of("OWNED", "LEASED"), "power.interconnection", List.of("FIRM", "NONE"));
        assertThat(Estimates.uncovered(chosen(Map.of("OWNED", 1.0)), choices::get))
                .containsExactly("LEASED");
        assertThat(Estimates.uncovered(chosen(Map.of("*", 1.0)), choices::get)).isEmpty();
        assertThat(Estimates.uncovered(table(Map.of("OWNED,*", 1.0, "*,NONE", 2.0)), choices::get))
                .containsExactly("LEASED,FIRM");
        assertThat(Estimates.uncovered(scaled(1), choices::get)).isEmpty();
    }

    @Test
    void unknownFormulaIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Estimates.reads(estimate("guess")));
        assertThatIllegalArgumentException().isThrownBy(() -> answer(estimate("guess")));
    }

    @Test
    void questionThatIsNotAskedIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Estimates.resolve(scaled(1), id -> -1, SampleJurisdictions.TABLE))
                .withMessage("power.energizedMw");
    }

    private double value(Typical.Estimated estimate) {
        return ((Answer.Number) answer(estimate)).value();
    }

    private Answer answer(Typical.Estimated estimate) {
        return Estimates.resolve(estimate, SampleFigures::position, SampleJurisdictions.TABLE)
                .value(figures);
    }

    private static Typical.Estimated estimate(String formula) {
        return new Typical.Estimated(formula, Map.of(), Map.of(), Map.of());
    }

    private static Typical.Estimated scaled(double times) {
        return new Typical.Estimated("scaled", Map.of("times", times), Map.of("of", "power.energizedMw"), Map.of());
    }

    private static Typical.Estimated chosen(Map<String, Double> times) {
        Map<String, String> ids = Map.of("choice", "power.siteControl", "of", "power.energizedMw");
        return new Typical.Estimated("chosen", Map.of(), ids, Map.of("times", times));
    }

    private static Typical.Estimated table(Map<String, Double> values) {
        Map<String, String> ids = Map.of("first", "power.siteControl", "second", "power.interconnection");
        return new Typical.Estimated("table", Map.of(), ids, Map.of("values", values));
    }
}
