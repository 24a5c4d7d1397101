package org.hashwise.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.hashwise.rulebook.model.MutationReport;
import org.hashwise.rulebook.model.MutationReport.Mutation;
import org.hashwise.rulebook.model.MutationReport.Status;
import org.hashwise.rulebook.model.RulebookFiles;
import org.junit.jupiter.api.Test;

/** Mistakes in a rulebook with one policy rule, {@code Power( largestSiteMw >= 100 )}, and cases far from its border. */
class SmallMutationTests {

    private static final String AT_THE_BORDER = """
            - case: a hundred megawatts are large
              market: 2025-11-30
              given: { power.largestSiteMw: 100 }
              fires: [POWER-01]
            - case: a bit less is not
              market: 2025-11-30
              given: { power.largestSiteMw: 99 }
              silent: [POWER-01]
            """;

    @Test
    void casesFarFromTheBorderDoNotNoticeThatItMoved() {
        MutationReport report = mutate("");

        assertThat(report.survivors())
                .map(Mutation::becomes)
                .containsExactly(
                        "largestSiteMw > Thresholds.largeSiteMw", "largestSiteMw >= 95", "largestSiteMw >= 105");
        assertThat(report.mutations())
                .filteredOn(mutation -> mutation.status() == Status.NOTICED)
                .map(Mutation::kind)
                .containsExactly("comparison", "condition");
    }

    @Test
    void casesAtTheBorderNoticeEverything() {
        MutationReport report = mutate(AT_THE_BORDER);

        assertThat(report.survivors()).isEmpty();
        assertThat(report.score()).isEqualTo(1);
        assertThat(report.mutations()).map(Mutation::noticedBy).contains("a bit less is not");
    }

    /** The promise of the report: paste the case, and the mistake is noticed. */
    @Test
    void theProposedCasesNoticeTheMistakes() {
        List<Mutation> survivors = mutate("").survivors();
        StringBuilder cases = new StringBuilder();
        survivors.stream().map(Mutation::suggestedCase).distinct().forEach(cases::append);

        assertThat(survivors).noneMatch(mutation -> mutation.suggestedCase().isEmpty());
        assertThat(mutate(cases.toString()).survivors()).isEmpty();
    }

    @Test
    void aMistakeBeyondWhatCanBeAnsweredMakesNoDifference() {
        RulebookFiles files = SmallRules.edition(100);
        String rule = files.text(SmallRules.RULE).replace("Power( largest", "Power( largestSiteMw >= 0, largest");
        Rulebook rulebook = RulebookReader.read(
                files.with(SmallRules.RULE, rule.getBytes(java.nio.charset.StandardCharsets.UTF_8)));

        MutationReport report = new SelfTest(rulebook).mutate(Set.of("POWER-01"));

        assertThat(report.mutations())
                .filteredOn(mutation -> mutation.was().equals("Power( largestSiteMw >= 0 )"))
                .filteredOn(mutation -> mutation.status() == Status.NO_DIFFERENCE)
                .map(Mutation::becomes)
                .contains("largestSiteMw > 0", "largestSiteMw >= -1", "");
    }

    private static MutationReport mutate(String moreCases) {
        return new SelfTest(SmallRulebookUnderTest.withCases(moreCases)).mutate(Set.of("POWER-01"));
    }
}
