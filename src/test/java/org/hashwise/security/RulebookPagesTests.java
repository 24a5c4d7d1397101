package org.hashwise.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hashwise.HttpTestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The rulebook as pages, and the trial of one edit on them, with the shipped rules. */
@LocalAccessServer
class RulebookPagesTests {

    @LocalServerPort
    private int port;

    private String read(String path, String language) {
        return new HttpTestClient(port)
                .send("GET", path, "", "", Map.of("Accept-Language", language, "Accept", "text/html"))
                .body();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"en | Largest single site is at least | Grid connection:", "fr | Plus grand site | Alors"})
    void aRuleIsShownAsSentencesWithItsThresholdsCasesAndCompanies(String language, String condition, String other) {
        assertThat(read("/rulebook/rules/POWER-01", language))
                .contains(condition, other)
                .contains("/rulebook/thresholds/largeSiteMw", "/examples/terawulf-2025-08", "policy/power-access/")
                .doesNotContain("Thresholds.", "??");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "REC-03 | en | Number of pieces of evidence (strategy is “Restructure first” | at least 2 signs",
                "REC-03 | fr | Nombre d’arguments (stratégie | au moins 2 signes",
                "REC-05 | en | There is a strategy with a score | That strategy is recommended",
                "PLAUS-01 | en | Power that the stated hashrate would draw is at least 300 × Energised power | These"
                        + " answers are doubted",
                "REG-US-NY | fr | Lieux d’implantation | Centres de données IA : fortes contraintes"
            })
    void rulesOfTheRecommendationPlausibilityAndPlacesAreSentencesToo(
            String rule, String language, String condition, String action) {
        assertThat(read("/rulebook/rules/" + rule, language)
                        .replace('\u00a0', ' ')
                        .replace('\u202f', ' '))
                .contains(condition, action);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void noRuleIsShownAsCode(String language) {
        Matcher ids = Pattern.compile("/rulebook/rules/([A-Z0-9-]+)").matcher(read("/rulebook", language));
        assertThat(ids.results().map(id -> id.group(1)).distinct())
                .hasSizeGreaterThan(200)
                .filteredOn(id -> id.matches("REC-.*|PLAUS-.*|.*[05]"))
                .allSatisfy(id -> {
                    String page = read("/rulebook/rules/" + id, language);
                    assertThat(page.substring(page.indexOf("id=\"conditions\""), page.indexOf("id=\"text\"")))
                            .doesNotContain("<code>", "Thresholds.", "rulebook.", "$", "??");
                });
    }

    @Test
    void theGradeOfAPlaceIsTriedLikeAWeight() {
        assertThat(read("/rulebook/trial?rule=REG-US-NY&effect=2&grade=LOW", "en"))
                .contains("made-up companies would get another advice", "policy/regulation/regulation.csv");
        assertThat(read(
                        "/rulebook/trial/file?rule=REG-US-NY&effect=2&grade=LOW&path=policy/regulation/regulation.csv",
                        "en"))
                .contains("\"HIGH\",\"HIGH\",\"LOW\",\"NY-S8518\"")
                .containsPattern("S10642[^\"]*LOW instead of HIGH[^\"]*\",\"[^\"]*S10642[^\"]*LOW instead of HIGH");
    }

    @Test
    void everyRuleIsListedAndFoundByItsWords() {
        assertThat(read("/rulebook", "en")).contains("POWER-01", "REG-US-NY", "PLAUS-01", "REC-03");
        assertThat(read("/rulebook?q=POWER-01", "en")).contains("POWER-01").doesNotContain("COST-01<");
        assertThat(read("/rulebook?q=zzzz", "fr")).contains("Aucun résultat");
    }

    @Test
    void everyPieceOfEvidenceLeadsToItsRule() {
        HttpTestClient visitor = new HttpTestClient(port);
        visitor.send("GET", "/examples/terawulf-2025-08", "", "", Map.of());
        assertThat(visitor.send("GET", "/advice", "", "", Map.of("Accept", "text/html"))
                        .body())
                .contains("href=\"/rulebook/rules/");
    }

    @Test
    void aTrialTellsWhichCompaniesAreAdvisedOtherwiseAndNobodyElseIs() {
        String before = read("/rulebook/rules/POWER-01", "en");
        assertThat(read("/rulebook/trial?rule=POWER-01&effect=0&points=1", "en"))
                .contains("made-up companies would get another advice", "/examples/", "WEAK", "/rulebook/trial/file?");
        assertThat(read(
                        "/rulebook/trial/file?rule=POWER-01&effect=0&points=1&path=policy/power-access/power-access.drl",
                        "en"))
                .contains("support( AI_HOSTING, WEAK );", "WEAK instead of STRONG");
        assertThat(read("/rulebook/rules/POWER-01", "en")).contains(mainOf(before));
    }

    private static String mainOf(String page) {
        return page.substring(page.indexOf("<h1"), page.indexOf("id=\"text\""));
    }
}
