package org.hashwise.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers of sessions in the data folder. */
class WorkspaceFilesTests {

    private static final String SESSION = "0123456789ABCDEF0123456789ABCDEF";

    @TempDir
    private Path data;

    @Test
    void answersAndWhatWasTypedComeBack() {
        Workspace before = new Workspace("rita", List.of(alpha()));
        files().write(SESSION, before);

        Workspace after = files().read(SESSION).orElseThrow();

        assertThat(after.owner()).isEqualTo("rita");
        assertThat(after.all()).isEqualTo(before.all());
    }

    @Test
    void nobodyReadsThemWithoutTheIdOfTheSession() throws IOException {
        files().write(SESSION, new Workspace("", List.of(alpha())));

        assertThat(files().read("another session")).isEmpty();
        String name = stored().getFileName().toString();
        String content = new String(Files.readAllBytes(stored()), StandardCharsets.ISO_8859_1);
        assertThat(name).doesNotContain(SESSION);
        assertThat(content).doesNotContain("Alpha", "hashrate", SESSION);
    }

    @Test
    void whatWasAlteredOrIsTooOldIsNotRead() throws IOException {
        files().write(SESSION, new Workspace("", List.of(alpha())));
        byte[] content = Files.readAllBytes(stored());
        content[content.length / 2] ^= 1;
        Files.write(stored(), content);
        assertThat(files().read(SESSION)).isEmpty();

        files().write(SESSION, new Workspace("", List.of(alpha())));
        Files.setLastModifiedTime(stored(), FileTime.fromMillis(0));
        assertThat(files().read(SESSION)).isEmpty();
        files().write("another session", new Workspace("", List.of(alpha())));
        assertThat(files().read("another session")).isPresent();
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void nothingIsLeftOfASessionWithoutAnswers() throws IOException {
        WorkspaceFiles files = files();
        files.write(SESSION, new Workspace("", List.of(alpha())));
        files.write(SESSION, new Workspace("", List.of()));
        assertThat(count()).isZero();
    }

    @Test
    void aFolderThatCannotBeWrittenIsNoFailure() throws IOException {
        Files.writeString(data.resolve("sessions"), "in the way");
        files().write(SESSION, new Workspace("", List.of(alpha())));
        assertThat(files().read(SESSION)).isEmpty();
    }

    private static QuestionnaireSession alpha() {
        Question price = PageSlice.RULEBOOKS
                .current()
                .questionnaire()
                .question("power.priceUsdPerKwh")
                .orElseThrow();
        RawField typed = new RawField(List.of("1.234"), Language.FR);
        return QuestionnaireSession.start("alpha0001")
                .named("Alpha")
                .on(PageSlice.EARLIER)
                .with(price, Map.of(price.id(), typed), Answers.none())
                .answering(Answers.of(Map.of(
                        "mining.hashrateEh", new Answer.Number(12.8),
                        "company.listed", new Answer.YesNo(true),
                        "regulation.jurisdictions",
                                new Answer.Shares(new TreeMap<>(Map.of("US-TX", 60.0, "PY", 40.0))))))
                .from(new LoadedAssessment("0".repeat(32), 2))
                .through(WhatIf.clear().trying("power.contract", new Answer.Choice("FIXED")));
    }

    private WorkspaceFiles files() {
        return new WorkspaceFiles(data, Duration.ofHours(8));
    }

    private Path stored() throws IOException {
        try (Stream<Path> all = Files.list(data.resolve("sessions"))) {
            return all.findFirst().orElseThrow();
        }
    }

    private long count() throws IOException {
        try (Stream<Path> all = Files.list(data.resolve("sessions"))) {
            return all.count();
        }
    }
}
