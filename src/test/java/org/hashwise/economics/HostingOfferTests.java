package org.hashwise.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostingOfferTests {

    private final SampleFigures figures = SampleFigures.midSizedMiner();

    private double metric(Metric metric) {
        return figures.metric(metric);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FIRM", "INTERRUPTIBLE", "APPROVED_NOT_BUILT"})
    void largestSiteWithSecuredPowerIsHostable(String interconnection) {
        figures.answer(Input.INTERCONNECTION, interconnection);
        assertThat(metric(Metric.HOSTABLE_IT_MW)).isCloseTo(70, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"QUEUED", "NONE"})
    void placeInTheQueueIsNoCapacity(String interconnection) {
        figures.answer(Input.INTERCONNECTION, interconnection);
        assertThat(metric(Metric.HOSTABLE_IT_MW)).isZero();
        assertThat(metric(Metric.HOSTING_NOI)).isZero();
        assertThat(metric(Metric.HOSTING_FUNDING_GAP)).isZero();
        assertThat(metric(Metric.HOSTING_GAP_COVER)).isEqualTo(100);
    }

    @Test
    void rackSpaceWithAHostCannotBeSubletButAnOwnSiteCan() {
        figures.answer(Input.SITE_CONTROL, "HOSTED_BY_OTHERS");
        assertThat(metric(Metric.HOSTABLE_IT_MW)).isZero();
        figures.answer(Input.LARGEST_SITE_MW, 50.0);
        assertThat(metric(Metric.HOSTABLE_IT_MW)).isCloseTo(35, within(1e-9));
    }

    @Test
    void offerDecidesHowManyMegawattsEarn() {
        assertThat(metric(Metric.HOSTING_NOI)).isCloseTo(70 * 135 * 12_000 * 0.85, within(1e-3));
        figures.answer(Input.CONTRACTED_MW, 20.0);
        assertThat(metric(Metric.HOSTING_NOI)).isCloseTo(20 * 135 * 12_000 * 0.85, within(1e-3));
    }

    @Test
    void yieldDependsOnTheTermsAlone() {
        assertThat(metric(Metric.HOSTING_YIELD)).isCloseTo(15.3, within(1e-9));
        assertThat(figures.read).containsExactlyInAnyOrder(Input.LEASE.id(), Input.CAPEX.id());
    }

    @Test
    void gapIsWhatNobodyHasCommittedTo() {
        figures.answer(Input.CONTRACTED_MW, 20.0).answer(Input.FUNDED_CAPEX, 85.0);
        assertThat(metric(Metric.HOSTING_FUNDING_GAP)).isCloseTo(27e6, within(1e-3));
        assertThat(metric(Metric.HOSTING_GAP_COVER)).isCloseTo(101 / 27.0, within(1e-9));
    }

    @Test
    void shareSaysHowMuchOfTheCompanyTurnsOver() {
        assertThat(metric(Metric.HOSTING_SHARE)).isZero();
        figures.answer(Input.CONTRACTED_MW, 70.0);
        assertThat(metric(Metric.HOSTING_SHARE)).isCloseTo(50, within(1e-9));
        figures.answer(Input.CONTRACTED_MW, 300.0);
        assertThat(metric(Metric.HOSTING_SHARE)).isEqualTo(100).isEqualTo(Metric.HOSTING_SHARE.cap());
        figures.answer(Input.ENERGIZED_MW, 0.0);
        assertThat(metric(Metric.HOSTING_SHARE)).isEqualTo(100);
    }

    @Test
    void hostingBeatsMiningEightToTenTimesAtHashpriceThirty() {
        // at 20 J/TH and 5 cents mining leaves 0.11 million USD per MW and year
        figures.answer(Input.HASHPRICE, 30.0).answer(Input.LEASE, 120.0);
        assertThat(metric(Metric.HOSTING_VERSUS_MINING)).isBetween(7.5, 10.0);
    }

    @Test
    void multipleIsCappedWhenMiningHasNoGrossProfit() {
        figures.answer(Input.HASHPRICE, 20.0);
        assertThat(metric(Metric.HOSTING_VERSUS_MINING)).isEqualTo(100);
        figures.answer(Input.LEASE, 0.0);
        assertThat(metric(Metric.HOSTING_VERSUS_MINING)).isZero();
    }
}
