package org.hashwise.economics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ExposureTests {

    private final SampleFigures figures = SampleFigures.midSizedMiner()
            .answer(
                    Input.JURISDICTIONS,
                    new TreeMap<>(Map.of(
                            "US-TX", 32.0, "US-NY", 16.0, "NO", 20.0, "CA-BC", 8.0, "IR", 4.0, "KG", 2.0, "XX", 18.0)));

    private double metric(Metric metric) {
        return figures.metric(metric);
    }

    @Test
    void gradesAddUpOverPlaces() {
        assertThat(metric(Metric.MINING_OPEN)).isEqualTo(32);
        assertThat(metric(Metric.MINING_HIGH)).isEqualTo(38);
        assertThat(metric(Metric.MINING_PROHIBITED)).isEqualTo(12);
        assertThat(metric(Metric.AI_OPEN)).isEqualTo(52);
        assertThat(metric(Metric.AI_HIGH)).isEqualTo(24);
        assertThat(metric(Metric.AI_PROHIBITED)).isEqualTo(4);
    }

    @Test
    void bothGradesTogetherTellWhereToGo() {
        assertThat(metric(Metric.BETTER_FOR_AI)).isEqualTo(20);
        assertThat(metric(Metric.HOSTILE_TO_BOTH)).isEqualTo(28);
    }

    @Test
    void ungradedPlacesCountAsNothing() {
        figures.answer(Input.JURISDICTIONS, new TreeMap<>(Map.of("XX", 100.0)));
        assertThat(metric(Metric.MINING_OPEN)).isZero();
        assertThat(metric(Metric.HOSTILE_TO_BOTH)).isZero();
    }
}
