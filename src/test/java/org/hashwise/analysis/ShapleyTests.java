package org.hashwise.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The laws that make these values fair. */
class ShapleyTests {

    private final Random random = new Random(12);

    /** One right glove and two left ones: a pair is worth 1. */
    @Test
    void gloves() {
        List<Shapley.Value> values = Shapley.values(3, set -> (set & 0b100) != 0 && (set & 0b011) != 0 ? 1 : 0);

        assertThat(values.get(0).toDouble()).isCloseTo(1 / 6.0, within(1e-15));
        assertThat(values.get(1)).isEqualTo(values.get(0));
        assertThat(values.get(2).toDouble()).isCloseTo(2 / 3.0, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 9, 12})
    void theySumToTheWholeEffectExactly(int causes) {
        double[] worth = worth(causes);
        List<Shapley.Value> values = Shapley.values(causes, set -> worth[set]);

        BigDecimal sum = values.stream().map(Shapley.Value::numerator).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal whole = new BigDecimal(worth[worth.length - 1]).subtract(new BigDecimal(worth[0]));
        assertThat(sum)
                .isEqualByComparingTo(
                        whole.multiply(BigDecimal.valueOf(values.get(0).denominator())));
        assertThat(values.stream().mapToDouble(Shapley.Value::toDouble).sum())
                .isCloseTo(whole.doubleValue(), within(1e-9));
    }

    @Test
    void causesThatDoTheSameGetTheSame() {
        double[] worth = worth(6);
        List<Shapley.Value> values = Shapley.values(6, set -> worth[Math.min(set, swapped(set))]);

        assertThat(values.get(1).numerator()).isEqualByComparingTo(values.get(4).numerator());
        assertThat(values.get(0).numerator())
                .isNotEqualByComparingTo(values.get(4).numerator());
    }

    /** The set with the causes 1 and 4 in each other's place. */
    private static int swapped(int set) {
        int one = set >> 1 & 1;
        int four = set >> 4 & 1;
        return (set & 0b101101) | one << 4 | four << 1;
    }

    @Test
    void whatNeverMattersGetsNothing() {
        double[] worth = worth(7);
        List<Shapley.Value> values = Shapley.values(7, set -> worth[set & ~0b1000]);

        assertThat(values.get(3).numerator()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(values.get(2).toDouble()).isNotZero();
    }

    @Test
    void whatActsAloneGetsItsOwnEffect() {
        double[] own = {3, -1, 0.5, 8};
        List<Shapley.Value> values = Shapley.values(4, set -> {
            double sum = 0;
            for (int i = 0; i < own.length; i++) {
                sum += (set & 1 << i) == 0 ? 0 : own[i];
            }
            return sum;
        });

        assertThat(values.stream().mapToDouble(Shapley.Value::toDouble).toArray())
                .isEqualTo(own);
    }

    @Test
    void nothingChangedIsNothing() {
        assertThat(Shapley.values(0, set -> 5)).isEmpty();
    }

    @Test
    void moreThanTwelveAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Shapley.values(13, set -> 0));
    }

    private double[] worth(int causes) {
        double[] worth = new double[1 << causes];
        Arrays.setAll(worth, set -> random.nextGaussian());
        return worth;
    }
}
