package org.hashwise.rulebook.files;

import java.util.ArrayList;
import java.util.List;
import org.hashwise.rulebook.RulebookProblem;
import org.hashwise.rulebook.RulebookProblem.Code;
import org.hashwise.rulebook.RulebookProblem.Severity;

/** Collects everything that is wrong, so that all of it can be said at once. */
public final class Problems {

    private final List<RulebookProblem> found = new ArrayList<>();

    public void error(Code code, Position position, String rule, String suggestion, Object... arguments) {
        add(Severity.ERROR, code, position, rule, suggestion, arguments);
    }

    public void warning(Code code, Position position, String rule, String suggestion, Object... arguments) {
        add(Severity.WARNING, code, position, rule, suggestion, arguments);
    }

    private void add(
            Severity severity, Code code, Position position, String rule, String suggestion, Object... arguments) {
        String cell = position.isCell() ? cell(position.line(), position.column()) : "";
        found.add(new RulebookProblem(
                position.file(),
                position.line(),
                position.column(),
                cell,
                rule,
                severity,
                code,
                List.of(arguments),
                suggestion));
    }

    /** The name of a cell as spreadsheets show it, such as {@code C7}. */
    static String cell(int row, int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.append(row).toString();
    }

    public boolean hasErrors() {
        return found.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    /** All problems in order of file and line, each once. */
    public List<RulebookProblem> all() {
        return found.stream().distinct().sorted(RulebookProblem.IN_ORDER).toList();
    }
}
