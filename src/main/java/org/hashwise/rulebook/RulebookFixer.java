package org.hashwise.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hashwise.rulebook.fix.FixFinder;
import org.hashwise.rulebook.fix.TextEdit;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.RulebookProblem;
import org.hashwise.rulebook.model.RulebookRejected;

/**
 * Fixer of the problems of a rulebook that leave no choice: misspelt words, missing dates, and cases about a border that
 * moved with its threshold. An edit is kept only if its problem is gone afterwards. Files that need none stay as they are, to
 * the byte, and what was corrected once is not changed again.
 */
public final class RulebookFixer {

    /** The most rounds of corrections: each may uncover further mistakes. */
    private static final int ROUNDS = 8;

    private final LocalDate today;
    private final Set<List<Object>> unsolvable = new HashSet<>();

    private RulebookFixer(LocalDate today) {
        this.today = today;
    }

    /** The corrected files; the same ones when nothing can be corrected. */
    public static RulebookFiles fix(RulebookFiles files, LocalDate today) {
        return new RulebookFixer(today).fixed(files).files();
    }

    /**
     * An interpreted rulebook of the corrected files, for trying them out; its problems are those that are left.
     *
     * @throws RulebookRejected when the files have errors other than failing cases
     */
    public static Rulebook interpret(RulebookFiles files, LocalDate today) {
        return new RulebookFixer(today).fixed(files).rulebook();
    }

    private RulebookReader.CheckedFiles fixed(RulebookFiles files) {
        RulebookReader.CheckedFiles current = RulebookReader.check(files, today);
        for (int round = 0; round < ROUNDS; round++) {
            RulebookReader.CheckedFiles before = current;
            List<RulebookProblem> problems = before.problems();
            FixFinder finder = new FixFinder(before.files(), today, before.rules());
            Map<RulebookProblem, TextEdit> edits = new LinkedHashMap<>();
            for (RulebookProblem problem : problems) {
                if (problem.isError() && !unsolvable.contains(key(problem))) {
                    finder.edit(problem).ifPresent(edit -> edits.put(problem, edit));
                }
            }
            if (edits.isEmpty()) {
                return current;
            }
            current = RulebookReader.check(edited(before.files(), edits, finder), today);
            if (dropIneffective(edits, current.problems())) {
                current = edits.isEmpty() ? before : RulebookReader.check(edited(before.files(), edits, finder), today);
            }
        }
        return current;
    }

    /** Returns whether some edits left their problem as it was; these are taken back, and not tried again. */
    private boolean dropIneffective(Map<RulebookProblem, TextEdit> edits, List<RulebookProblem> remaining) {
        Set<List<Object>> unsolved = new HashSet<>();
        remaining.forEach(problem -> unsolved.add(key(problem)));
        unsolved.retainAll(edits.keySet().stream().map(RulebookFixer::key).toList());
        unsolvable.addAll(unsolved);
        return edits.keySet().removeIf(problem -> unsolved.contains(key(problem)));
    }

    // Without the place, which other edits move.
    private static List<Object> key(RulebookProblem problem) {
        return List.of(problem.file(), problem.code(), problem.rule(), problem.arguments());
    }

    private static RulebookFiles edited(RulebookFiles files, Map<RulebookProblem, TextEdit> edits, FixFinder finder) {
        Map<String, List<TextEdit>> byFile = new LinkedHashMap<>();
        edits.values()
                .forEach(edit -> byFile.computeIfAbsent(edit.file(), file -> new ArrayList<>())
                        .add(edit));
        RulebookFiles edited = files;
        for (Map.Entry<String, List<TextEdit>> entry : byFile.entrySet()) {
            byte[] text = finder.source(entry.getKey()).orElseThrow().after(entry.getValue());
            edited = edited.with(entry.getKey(), text);
        }
        return edited;
    }
}
