package org.hashwise.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.hashwise.rulebook.model.RulebookProblem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reactions of the watcher to changed files of the rules folder. */
class RulesFolderWatcherTests {

    private static final Instant EDITED = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    private ActiveRulebook rulebooks;
    private RulesFolderWatcher watch;

    @BeforeEach
    void watchTheFirstEdition() {
        SmallRules.write(SmallRules.edition(100), folder);
        Clock muchLater = Clock.fixed(Instant.parse("2100-01-01T00:00:00Z"), ZoneOffset.UTC);
        rulebooks = new ActiveRulebook(new RulesLocation(Optional.of(folder)), muchLater);
        watch = new RulesFolderWatcher(rulebooks, folder, muchLater);
        lookTwice();
    }

    @Test
    void anUnchangedFolderLeavesTheEditionAlone() {
        Rulebook before = rulebooks.current();
        lookTwice();

        assertThat(rulebooks.current()).isSameAs(before);
    }

    @Test
    void aChangeIsInForceAfterTwoLooks() {
        SmallRules.write(SmallRules.edition(200), folder);
        watch.look();
        assertInForce(100);
        watch.look();
        assertInForce(200);
    }

    @Test
    void aChangeThatIsUndoneBeforeTheSecondLookLeavesNothingToRead() throws IOException {
        Path added = folder.resolve("parameters/added.yaml");
        Files.writeString(added, "thresholds: []");
        assertThat(watch.look()).isTrue();
        Files.delete(added);

        assertThat(watch.look()).isFalse();
        assertInForce(100);
    }

    @Test
    void aSaveThatGoesOnIsWaitedFor() throws IOException {
        Path rule = folder.resolve(SmallRules.RULE);
        String whole = SmallRules.edition(101).text(SmallRules.RULE);
        Files.writeString(rule, whole.substring(0, whole.length() / 2));
        watch.look();
        Files.writeString(rule, whole);
        watch.look();

        assertThat(rulebooks.draft()).isEmpty();
        assertInForce(100);
    }

    @Test
    void aBrokenChangeBecomesTheDraftAndTheGoodEditionStays() {
        SmallRules.write(SmallRules.broken(200), folder);
        lookTwice();

        assertInForce(100);
        Draft draft = rulebooks.draft().orElseThrow();
        assertThat(draft.edition()).isEqualTo(SmallRules.broken(200).fingerprint());
        assertThat(draft.problems()).extracting(RulebookProblem::file).contains(SmallRules.RULE);
    }

    @Test
    void theDraftIsGoneWhenTheChangeIsTakenBack() {
        SmallRules.write(SmallRules.broken(200), folder);
        lookTwice();
        Rulebook before = rulebooks.current();
        SmallRules.write(SmallRules.edition(100), folder);
        lookTwice();

        assertThat(rulebooks.draft()).isEmpty();
        assertThat(rulebooks.current()).isSameAs(before);
    }

    @Test
    void aBrokenChangeThatIsCorrectedComesIntoForce() {
        SmallRules.write(SmallRules.broken(200), folder);
        lookTwice();
        SmallRules.write(SmallRules.edition(200), folder);
        lookTwice();

        assertThat(rulebooks.draft()).isEmpty();
        assertInForce(200);
    }

    @Test
    void explanationsForAnalystsAreNoNewEdition() throws IOException {
        Rulebook before = rulebooks.current();
        Files.writeString(folder.resolve("README.md"), "How to add a rule.");
        lookTwice();

        assertThat(rulebooks.current()).isSameAs(before);
    }

    @Test
    void aFolderThatIsGoneLeavesTheEditionInForce() throws IOException {
        Path elsewhere = folder.resolveSibling(folder.getFileName() + "-elsewhere");
        Files.move(folder, elsewhere);
        lookTwice();

        assertInForce(100);
        assertThat(rulebooks.draft()).isPresent();

        Files.move(elsewhere, folder);
        lookTwice();
        assertThat(rulebooks.draft()).isEmpty();
    }

    @Test
    void aChangeThatKeepsSizeAndTimeIsNoticedWhileTheTimeIsFresh() throws IOException {
        Path threshold = folder.resolve("parameters/power-access.yaml");
        Files.setLastModifiedTime(threshold, FileTime.from(EDITED));
        RulesFolderWatcher early = new RulesFolderWatcher(rulebooks, folder, Clock.fixed(EDITED, ZoneOffset.UTC));
        early.look();
        early.look();
        Files.writeString(threshold, Files.readString(threshold).replace("value: 100", "value: 103"));
        Files.setLastModifiedTime(threshold, FileTime.from(EDITED));
        early.look();

        assertThat(rulebooks.current().parameters().get("largeSiteMw").value()).isEqualTo(103);
    }

    private void lookTwice() {
        watch.look();
        watch.look();
    }

    private void assertInForce(int megawatts) {
        assertThat(rulebooks.current().edition())
                .isEqualTo(SmallRules.edition(megawatts).fingerprint());
    }
}
