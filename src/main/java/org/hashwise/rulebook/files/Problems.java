package org.hashwise.rulebook.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private final boolean ofEarlierRelease;
    private final List<RulebookProblem> found = new ArrayList<>();
    private final Set<String> unreadable = new HashSet<>();
    private final Map<String, Position> ranges = new HashMap<>();
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

    /** Takes over all problems of another collector. */
    public void add(Problems others) {
        found.addAll(others.found);
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

    /** Returns whether a file in this folder could not be read. */
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

    /** Notes where the range of a question is declared, for answers outside it. */
    public void defineRange(String question, Position position) {
        ranges.put(question, position);
    }

    public boolean hasErrors() {
        return found.stream().anyMatch(RulebookProblem::isError);
    }

    /** All problems in order of file and line, each once; those that only follow from others are held back and counted. */
    public List<RulebookProblem> all() {
        return new Consequences(ranges)
                .heldBack(found.stream()
                        .distinct()
                        .sorted(RulebookProblem.IN_ORDER)
                        .toList());
    }
}
