package org.hashwise.rulebook.files;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hashwise.questionnaire.Excerpt;
import org.hashwise.rulebook.model.Messages;
import org.hashwise.rulebook.model.Position;
import org.hashwise.rulebook.model.RulebookProblem;
import org.hashwise.rulebook.model.RulebookProblem.Code;
import org.hashwise.rulebook.model.RulebookProblem.Severity;

/** Collector of the problems of a rulebook. */
public final class Problems {

    /** Longer pieces of a file are cut in messages. */
    private static final int LONGEST = 200;

    /** A file that cannot be read, or only in part: what it defines is missing everywhere else. */
    private static final Set<Code> CAUSES = Set.of(
            Code.UNREADABLE_FILE,
            Code.LINKED_FILE,
            Code.NOT_UTF_8,
            Code.FORBIDDEN_CHARACTER,
            Code.FILE_TOO_LARGE,
            Code.TABLE_SYNTAX);

    /** What a missing definition leads to elsewhere. */
    private static final Set<Code> CONSEQUENCES = Set.of(
            Code.UNKNOWN_QUESTION,
            Code.UNKNOWN_RULE,
            Code.UNKNOWN_THRESHOLD,
            Code.UNKNOWN_FACT,
            Code.UNKNOWN_FIELD,
            Code.UNKNOWN_PLACEHOLDER,
            Code.UNKNOWN_SCHEDULE,
            Code.MISSING_QUESTION,
            Code.MISSING_THRESHOLD,
            Code.MISSING_CASE,
            Code.MISSING_FILE,
            Code.NO_SNAPSHOT);

    /** What a spoiled character leads to in the same file. */
    private static final Set<Code> CONSEQUENCES_IN_FILE =
            Set.of(Code.YAML_SYNTAX, Code.RULE_SYNTAX, Code.UNKNOWN_VALUE);

    private final boolean ofEarlierRelease;
    private final List<RulebookProblem> found = new ArrayList<>();
    private final Set<String> unreadable = new HashSet<>();
    private final Set<Position> shared = new HashSet<>();

    public Problems() {
        this(false);
    }

    /** @param ofEarlierRelease whether no threshold declares the values that it accepts, as in editions of release 1.0 */
    public Problems(boolean ofEarlierRelease) {
        this.ofEarlierRelease = ofEarlierRelease;
    }

    public void error(Code code, Position position, String rule, String suggestion, Object... arguments) {
        add(Severity.ERROR, code, position, rule, suggestion, arguments);
    }

    /** A mistake that editions of release 1.0 may have: receipts name them, so they are still taken, with a warning. */
    void errorSinceDeclarations(Code code, Position position, String rule, String suggestion, Object... arguments) {
        add(ofEarlierRelease ? Severity.WARNING : Severity.ERROR, code, position, rule, suggestion, arguments);
    }

    public void warning(Code code, Position position, String rule, String suggestion, Object... arguments) {
        add(Severity.WARNING, code, position, rule, suggestion, arguments);
    }

    /** Takes over a problem that was found elsewhere. */
    public void add(RulebookProblem problem) {
        found.add(problem);
    }

    private void add(
            Severity severity, Code code, Position position, String rule, String suggestion, Object... arguments) {
        String cell = position.isCell() ? cell(position.line(), position.column()) : "";
        List<Object> shown = new ArrayList<>();
        for (Object argument : arguments) {
            shown.add(cut(Messages.word(argument)));
        }
        found.add(new RulebookProblem(
                position.file(),
                position.line(),
                position.column(),
                cell,
                shared.contains(position) ? "" : cut(rule),
                severity,
                code,
                shown,
                suggestion));
    }

    private static String cut(String text) {
        return Excerpt.of(text, LONGEST);
    }

    /** The name of a cell as spreadsheets show it, such as {@code C7}. */
    static String cell(int row, int column) {
        return CellTable.columnName(column) + row;
    }

    /**
     * Notes that a file could not be read, so that what it would have defined counts neither as known nor as unknown.
     */
    public void unreadable(String path) {
        unreadable.add(path);
    }

    /** Whether a file in this folder could not be read. */
    public boolean lacksFilesOf(String folder) {
        return unreadable.stream().anyMatch(path -> path.startsWith(folder + "/"));
    }

    /**
     * Notes that many rules are written at one place, such as a table's header: its problems name no rule, and stand
     * once.
     */
    public void share(Position position) {
        shared.add(position);
    }

    public boolean hasErrors() {
        return found.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    /** All problems in order of file and line, each once. */
    public List<RulebookProblem> all() {
        List<RulebookProblem> all =
                found.stream().distinct().sorted(RulebookProblem.IN_ORDER).toList();
        List<RulebookProblem> causes =
                all.stream().filter(problem -> CAUSES.contains(problem.code())).toList();
        if (causes.isEmpty()) {
            return all;
        }
        List<RulebookProblem> shown = all.stream()
                .filter(problem -> !isConsequence(problem, causes))
                .collect(Collectors.toCollection(ArrayList::new));
        int heldBack = all.size() - shown.size();
        if (heldBack > 0) {
            String file = causes.get(causes.size() - 1).file();
            shown.add(RulebookProblem.of(file, Severity.ERROR, Code.HELD_BACK, heldBack));
        }
        return List.copyOf(shown);
    }

    private static boolean isConsequence(RulebookProblem problem, List<RulebookProblem> causes) {
        return CONSEQUENCES.contains(problem.code())
                || CONSEQUENCES_IN_FILE.contains(problem.code())
                        && causes.stream().anyMatch(cause -> cause.file().equals(problem.file()));
    }
}
