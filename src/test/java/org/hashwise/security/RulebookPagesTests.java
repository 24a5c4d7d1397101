package org.hashwise.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                .contains("drawn ones would get another advice", "/examples/", "WEAK", "/rulebook/trial/file?");
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
