package org.hashwise.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class InformationTests {

    private static final int MANY = 2_000;

    @Test
    void aVariableTellsEverythingAboutItself() {
        byte[] outcomes = new byte[MANY];
        int[] bins = new int[MANY];
        for (int i = 0; i < MANY; i++) {
            bins[i] = i % 4;
            outcomes[i] = (byte) bins[i];
        }
        assertThat(Information.bits(bins, outcomes, 4)).isCloseTo(2, within(0.01));
    }

    @Test
    void unrelatedVariablesTellNextToNothing() {
        Random random = new Random(1);
        double sum = 0;
        for (int trial = 0; trial < 50; trial++) {
            byte[] outcomes = new byte[MANY];
            int[] bins = new int[MANY];
            for (int i = 0; i < MANY; i++) {
                bins[i] = random.nextInt(8);
                outcomes[i] = (byte) random.nextInt(4);
            }
            sum += Information.bits(bins, outcomes, 4);
        }
        // uncorrected, chance alone makes (8 − 1)(4 − 1) / (2 N ln 2) = 0.0076 bits
        assertThat(sum / 50).isLessThan(0.002);
    }

    @Test
    void theCorrectionIsThatOfMillerAndMadow() {
        assertThat(Information.entropy(new int[] {2, 2, 0}, 4)).isCloseTo(1 + 1 / (8 * Math.log(2)), within(1e-12));
    }
}
