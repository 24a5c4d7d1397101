package org.hashwise.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.hashwise.consultation.RuleTrials.WriteResult;
import org.hashwise.rulebook.ActiveRulebook;
import org.hashwise.rulebook.RulebookEdit;
import org.hashwise.rulebook.SmallRules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trial of one edit: what it changes, and how it comes into the rules folder. */
class RuleTrialsTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-12-01T12:00:00Z"), ZoneOffset.UTC);
    private static final RulebookEdit RAISED = new RulebookEdit.ThresholdValue("largeSiteMw", 120);
    private static final String THRESHOLDS = "parameters/power-access.yaml";

    @TempDir
    private Path folder;

    private ActiveRulebook rulebooks;
    private RuleTrials trials;

    @BeforeEach
    void readTheRules() throws IOException {
        SmallRules.write(SmallRules.edition(100), folder);
        rulebooks = ActiveRulebook.at(folder.toString(), CLOCK);
        trials = new RuleTrials(rulebooks, CLOCK);
    }

    @Test
    void aTrialCountsTheCompaniesWithAnotherAdviceAndLeavesTheRulesAsTheyAre() throws IOException {
        String before = Files.readString(folder.resolve(THRESHOLDS));
        RuleTrial trial = trials.trial(RAISED).orElseThrow();

        assertThat(trial.drawn()).isEqualTo(RuleTrials.COMPANIES);
        assertThat(trial.changed()).isPositive().isLessThan(trial.drawn());
        assertThat(trial.rules()).isNotEmpty();
        assertThat(trial.diff()).contains("-    value: 100", "+    value: 120");
        assertThat(rulebooks.current().threshold("largeSiteMw")).isEqualTo(100);
        assertThat(Files.readString(folder.resolve(THRESHOLDS))).isEqualTo(before);
    }

    @Test
    void theSameValueChangesNothing() {
        RuleTrial trial = trials.trial(new RulebookEdit.ThresholdValue("largeSiteMw", 100))
                .orElseThrow();

        assertThat(trial.changed()).isZero();
        assertThat(trial.companyChanges()).isEmpty();
        assertThat(trial.paths()).isEmpty();
    }

    @Test
    void whatIsWrittenNotesWhoWhenAndWhyAndPassesTheChecks() throws IOException {
        assertThat(trials.write(RAISED, "anna", "new leases\nare larger")).isEqualTo(WriteResult.WRITTEN);

        assertThat(folder.resolve(THRESHOLDS))
                .content()
                .contains("    # 2025-12-01, anna: 120 instead of 100: new leases are larger\n    value: 120\n")
                .contains("date: 2025-12-01");
        assertThat(ActiveRulebook.at(folder.toString(), CLOCK).current().threshold("largeSiteMw"))
                .isEqualTo(120);
    }

    @Test
    void aFolderThatIsNoLongerAsItIsInForceIsNotWritten() throws IOException {
        Path file = folder.resolve(THRESHOLDS);
        Files.writeString(file, Files.readString(file) + "# a draft of another analyst\n");
        String draft = Files.readString(file);

        assertThat(trials.write(RAISED, "anna", "new leases")).isEqualTo(WriteResult.CHANGED_MEANWHILE);
        assertThat(file).content().isEqualTo(draft);
    }

    @Test
    void whatTheRulebookDoesNotHaveCannotBeTried() {
        assertThat(trials.trial(new RulebookEdit.ThresholdValue("noSuchThreshold", 1)))
                .isEmpty();
        assertThat(trials.trial(new RulebookEdit.EvidenceWeight("POWER-99", 0, 1)))
                .isEmpty();
        assertThat(trials.trial(new RulebookEdit.EvidenceWeight("POWER-01", 7, 1)))
                .isEmpty();
    }
}
