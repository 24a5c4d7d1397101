package org.hashwise.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextNormalizerTests {

    @Test
    void aNameLosesWhatNobodySees() {
        assertThat(CompanyName.of("Alpha\u200b Mining\u202e Corp\u00ad")).isEqualTo("Alpha Mining Corp");
        assertThat(CompanyName.of("\ufeff Alpha\u00a0\u2003Mining\r\n\tCorp\u0000 "))
                .isEqualTo("Alpha Mining Corp");
        assertThat(CompanyName.of("\u2067Énergie\u2069")).isEqualTo("Énergie");
    }

    @Test
    void aNameHasOneSpelling() {
        assertThat(CompanyName.of("Quebec\u0301")).isEqualTo("Quebe\u0107");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Marathon Digital", "北京矿业", "שלום", "Société d’Énergie & Cie", "Bit–Coin", "Ⅷ"})
    void aNameThatIsSeenStaysAsItIs(String name) {
        assertThat(CompanyName.of(name)).isEqualTo(name);
    }
}
