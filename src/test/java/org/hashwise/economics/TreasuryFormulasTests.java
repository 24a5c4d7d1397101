package org.hashwise.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TreasuryFormulasTests {

    @Test
    void mnavIsMarketValueOverNetAssetValue() {
        // BitMine, week of 2026-06-29: price 13.80, net asset value per share 16.21, published mNAV 0.851
        assertThat(TreasuryFormulas.mnav(13.80, 16.21)).isCloseTo(0.851, within(0.0005));
    }

    @Test
    void mnavIsCappedWithoutCoins() {
        assertThat(TreasuryFormulas.mnav(1, 0)).isEqualTo(100);
        assertThat(TreasuryFormulas.mnav(0, 0)).isZero();
    }

    @Test
    void pledgedCoinsAreNotFree() {
        assertThat(TreasuryFormulas.freeBtc(200, 25)).isEqualTo(150);
    }
}
