package org.hashwise.rulebook;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.RulebookProblem;

/** A small rulebook that has a little of everything: {@code sample-rules} on top of {@link SmallRules}. */
public final class SampleRules {

    /** A day on which no review is due. */
    static final LocalDate TODAY = LocalDate.of(2025, 12, 1);

    private static final RulebookFiles FILES = files();

    private SampleRules() {}

    private static RulebookFiles files() {
        Map<String, byte[]> content = new TreeMap<>(SmallRules.edition(100).contentByPath());
        content.putAll(
                RulebookFiles.in(Path.of("src/test/resources/sample-rules")).contentByPath());
        return new RulebookFiles(content);
    }

    public static RulebookFiles asTheyAre() {
        return FILES;
    }

    /** The problems that the checker finds in files. */
    static List<RulebookProblem> check(RulebookFiles files) {
        return RulebookReader.check(files, TODAY).problems();
    }

    static List<String> errors(RulebookFiles files) {
        return check(files).stream()
                .filter(problem -> problem.severity() == RulebookProblem.Severity.ERROR)
                .map(RulebookProblem::toString)
                .toList();
    }

    static RulebookFiles with(String path, String text) {
        return FILES.with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** With the first occurrence of a piece of a file replaced. */
    static RulebookFiles edited(String path, String piece, String replacement) {
        String text = FILES.text(path);
        if (!text.contains(piece)) {
            throw new IllegalArgumentException(path + ": " + piece);
        }
        int at = text.indexOf(piece);
        return with(path, text.substring(0, at) + replacement + text.substring(at + piece.length()));
    }
}
