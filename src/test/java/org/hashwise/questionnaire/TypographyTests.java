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
    void groupsOfDigitsInFrenchStayTogetherOnPages() {
        assertThat(Typography.ofPage("13 696 bitcoins, 1 000 MW et 2 500 000 dollars en 2025", Language.FR))
                .isEqualTo("13\u202f696\u00a0bitcoins, 1\u202f000\u00a0MW et 2\u202f500\u202f000\u00a0dollars en 2025");
        assertThat(Typography.ofPage("En 2024 120 sociétés", Language.FR)).isEqualTo("En 2024 120 sociétés");
    }

    @Test
    void englishAmountsStayWithTheirUnitsOnPages() {
        assertThat(Typography.ofPage("55 MW for USD 1.4 billion, 24 coins, 50 EH/s and 40 percent of 5", Language.EN))
                .isEqualTo(
                        "55\u00a0MW for USD\u00a01.4\u00a0billion, 24\u00a0coins, 50\u00a0EH/s and 40\u00a0percent of 5");
    }

    @Test
    void amountsAndDatesStayInOneLineOnPagesAndSoDoTheNumbersThatAMessageTakes() {
        assertThat(Typography.ofPage("−USD 54.4 million in 12 months, 25 November 2026, mid-2025", Language.EN))
                .isEqualTo("−USD\u00a054.4\u00a0million in 12\u00a0months, 25\u00a0November\u00a02026, mid-\u20602025");
        assertThat(Typography.ofPage(
                        "le 25 novembre 2026, mi-2025, 40 pour cent en {0} mois, au mois {1}", Language.FR))
                .isEqualTo(
                        "le 25\u00a0novembre\u00a02026, mi-\u20602025, 40\u00a0pour cent en {0}\u00a0mois, au mois\u00a0{1}");
        assertThat(Typography.ofPage("Form 8-K, 2026-01-16, https://a.example/2026-01-16", Language.EN))
                .isEqualTo("Form 8-\u2060K, 2026-\u206001-\u206016, https://a.example/2026-01-16");
    }

    @Test
    void percentagesOfAPageAreOfOneKind() {
        assertThat(Typography.ofPage("28 % and 30%", Language.EN)).isEqualTo("28% and 30%");
        assertThat(Typography.ofPage("28 %, 30\u00a0% et 50\u202f%", Language.FR))
                .isEqualTo("28\u202f%, 30\u202f% et 50\u202f%");
    }

    @Test
    void frenchVerbsStayWithTheirPronounsInHeadings() {
        assertThat(Typography.ofHeading("Combien pouvez-vous, y a-t-il un peut-être ?", Language.FR))
                .isEqualTo("Combien pouvez-\u2060vous, y a-\u2060t-\u2060il un peut-être\u00a0?");
    }

    @Test
    void englishTextsOfReceiptsStayAsTheyAre() {
        assertThat(Typography.of("245 MW: 30%", Language.EN)).isEqualTo("245 MW: 30%");
    }

    @Test
    void quantitiesOfAPageAreJoinedInEitherLanguage() {
        assertThat(Typography.joined("In month 13, USD 8.4 million: 10 % above 245 MW."))
                .isEqualTo("In month\u00a013, USD\u00a08.4\u00a0million: 10\u00a0% above 245\u00a0MW.");
        assertThat(Typography.joined("Au mois 10, 60 millions de dollars"))
                .isEqualTo("Au mois\u00a010, 60\u00a0millions de dollars");
    }
}
