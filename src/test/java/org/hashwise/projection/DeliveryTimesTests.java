package org.hashwise.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Deliveries that are drawn from the observed ones. */
class DeliveryTimesTests {

    private static final int DRAWS = 40;

    @Test
    void eachObservedDeliveryIsDrawnAsOftenInRelationToThePlan() {
        List<Delivery> drawn = IntStream.range(0, DRAWS)
                .mapToObj(number -> SampleProjections.DELIVERIES.draw(31, (number + 0.5) / DRAWS))
                .toList();

        assertThat(drawn.stream().map(Delivery::first).distinct())
                .as("twice the observed months, as the plan is twice their median")
                .containsExactly(8, 20, 24, 30, 32, 36, 44, 52);
        assertThat(drawn.stream().filter(delivery -> delivery.first() == 8)).hasSize(DRAWS / 8);
        assertThat(drawn).allMatch(delivery -> delivery.full() >= delivery.first());
        assertThat(drawn.get(DRAWS - 1).full()).isEqualTo(62);
    }

    @Test
    void aDeliveryTakesAtLeastAMonth() {
        assertThat(SampleProjections.DELIVERIES.draw(1, 0)).isEqualTo(new Delivery(1, 1));
    }
}
