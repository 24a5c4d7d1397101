package org.hashwise.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypographyTests {

    @Test
    void frenchNumbersStayWithTheirUnits() {
        assertThat(Typography.of("À 245 MW : 30 % en 2 ans, soit 12 EH/s.", Language.FR))
                .isEqualTo("À 245\u00a0MW\u00a0: 30\u00a0% en 2\u00a0ans, soit 12\u00a0EH/s.");
    }

    @Test
    void englishTextsStayAsTheyAre() {
        assertThat(Typography.of("245 MW: 30%", Language.EN)).isEqualTo("245 MW: 30%");
    }
}
