package org.hashwise.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.hashwise.advice.Advice;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.advice.VerdictEvaluator;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of edit of a rules folder: what it changes once it is in force, in Drools and in bytecode, and when it stays a draft. */
class EditKindTests {

    private static final String THRESHOLDS = "parameters/power-access.yaml";
    private static final String CASES = "policy/power-access/power-access.cases.yaml";
    private static final String MARKET = "market/2025-11-30.yaml";

    @TempDir
    private Path folder;

    private ActiveRulebook rulebooks;
    private RulesFolderWatcher watcher;

    @BeforeEach
    void startWithTheFirstEdition() {
        SmallRules.write(SmallRules.edition(100), folder);
        Clock later = Clock.fixed(Instant.parse("2100-01-01T00:00:00Z"), ZoneOffset.UTC);
        rulebooks = new ActiveRulebook(new RulesLocation(Optional.of(folder)), later);
        watcher = new RulesFolderWatcher(rulebooks, folder, later);
        look();
        assertThat(hostingScore(150)).isPositive();
    }

    @Test
    void aThreshold() throws IOException {
        edit(THRESHOLDS, "value: 100", "value: 200");

        assertThat(hostingScore(150)).isZero();
        assertThat(hostingScore(200)).isPositive();
    }

    @Test
    void aRule() throws IOException {
        double before = hostingScore(150);
        edit(SmallRules.RULE, "MEDIUM", "WEAK");
        assertThat(hostingScore(150)).isPositive().isLessThan(before);

        edit(SmallRules.RULE, "largestSiteMw >= Thresholds.largeSiteMw", "largestSiteMw >= 2 * Thresholds.largeSiteMw");
        assertThat(hostingScore(150)).isZero();
        assertThat(hostingScore(200)).isPositive();
    }

    @Test
    void aText() throws IOException {
        edit(SmallRules.RULE, "Large from", "Huge from");

        Advice advice = SmallRules.advice(rulebooks.current());
        assertThat(advice.toString()).contains("Huge from").doesNotContain("Large from");
    }

    @Test
    void aCase() throws IOException {
        edit(CASES, "largestSiteMw: 9000", "largestSiteMw: 150");
        assertThat(hostingScore(150)).isPositive();
    }

    @Test
    void aMarketFile() throws IOException {
        edit(MARKET, "value: 90381.34", "value: 55555");

        int price = rulebooks.current().questionnaire().position("market.btcPriceUsd");
        assertThat(situation(150).numberAt(price)).isEqualTo(55_555);
    }

    @Test
    void aParameterOfTheProgram() throws IOException {
        edit("parameters/analysis.yaml", "value: 2000\n", "value: 2100\n");

        assertThat(rulebooks.current().threshold("interviewSamples")).isEqualTo(2_100);
    }

    @ParameterizedTest
    @CsvSource({
        THRESHOLDS + ", value: 100, value: many",
        THRESHOLDS + ", value: 100, value: 9500",
        SmallRules.RULE + ", largestSiteMw, largestSiteMV",
        SmallRules.RULE + ", {threshold.largeSiteMw}, {threshold.largeSite}",
        CASES + ", fires:, silent:",
        MARKET + ", value: 90381.34, value: -1",
        "parameters/analysis.yaml, 'value: 2000', 'value: 1'",
    })
    void aWrongEditRemainsADraftAndTheEditionBeforeItStaysInForce(String file, String from, String to)
            throws IOException {
        Rulebook before = rulebooks.current();
        write(file, from, to);

        assertThat(rulebooks.draft()).isPresent();
        assertThat(rulebooks.draft().orElseThrow().problems())
                .anySatisfy(problem -> assertThat(problem.file()).isNotEmpty());
        assertThat(rulebooks.current()).isSameAs(before);
        assertThat(hostingScore(150)).isPositive();
    }

    private void edit(String file, String from, String to) throws IOException {
        String before = rulebooks.current().edition();
        write(file, from, to);
        assertThat(rulebooks.draft()).isEmpty();
        assertThat(rulebooks.current().edition()).isNotEqualTo(before);
    }

    private void write(String file, String from, String to) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
        look();
    }

    private void look() {
        watcher.look();
        watcher.look();
    }

    private Situation situation(double megawatts) {
        Rulebook rulebook = rulebooks.current();
        Answers answers = Answers.of(Map.of("power.largestSiteMw", new Answer.Number(megawatts)));
        return rulebook.situation(answers, SmallRules.MARKET_DAY).orElseThrow();
    }

    /** The score by Drools, which is that by bytecode. */
    private double hostingScore(double megawatts) {
        Rulebook rulebook = rulebooks.current();
        Situation company = situation(megawatts);
        rulebook.verifyBytecodeBriefly();
        assertThat(rulebook.verdictSource()).isEqualTo(VerdictSource.BYTECODE);
        VerdictEvaluator bytecode = rulebook.evaluator();
        bytecode.evaluate(company);
        assertThat(bytecode.verdict()).isEqualTo(rulebook.verdict(company));
        return rulebook.verdict(company).ranking().stream()
                .filter(standing -> standing.strategy() == Strategy.AI_HOSTING)
                .findFirst()
                .orElseThrow()
                .score();
    }
}
