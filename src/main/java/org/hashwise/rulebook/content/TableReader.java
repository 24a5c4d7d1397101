package org.hashwise.rulebook.content;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.decisiontable.InputType;
import org.drools.decisiontable.SpreadsheetCompiler;
import org.hashwise.rulebook.RulebookProblem.Code;
import org.hashwise.rulebook.files.Position;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RuleParser;

/**
 * Reads decision tables in the spreadsheet layout of Drools. Drools writes each row out as a rule, and the rule then goes
 * through the same closed grammar as a written one, so a cell cannot say more than a rule can.
 */
final class TableReader {

    /** Drools notes the first cell of each row above the rule that it makes of it. */
    private static final Pattern ROW = Pattern.compile("// rule values at [A-Z]+(\\d+), header at .*");

    private final Problems problems;

    TableReader(Problems problems) {
        this.problems = problems;
    }

    List<Rule> read(String file, byte[] content) {
        InputType type = file.endsWith(".xlsx") ? InputType.XLS : InputType.CSV;
        String written;
        try {
            written = new SpreadsheetCompiler().compile(new ByteArrayInputStream(content), type);
        } catch (RuntimeException failure) { // Drools and POI throw many kinds, none of them documented
            problems.error(Code.TABLE_SYNTAX, Position.of(file), "", "", firstLine(failure));
            return List.of();
        }
        int start = written.indexOf("// rule values at ");
        if (start < 0) {
            problems.error(Code.TABLE_SYNTAX, Position.of(file), "", "", "RuleTable");
            return List.of();
        }
        String rules = written.substring(start);
        NavigableMap<Integer, Integer> rows = rows(rules);
        return RuleParser.parse(
                (line, column) -> new Position(file, rows.floorEntry(line).getValue(), 0), rules, problems);
    }

    private static NavigableMap<Integer, Integer> rows(String rules) {
        NavigableMap<Integer, Integer> rowByLine = new TreeMap<>();
        rowByLine.put(0, 0);
        String[] lines = rules.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            Matcher matcher = ROW.matcher(lines[i].strip());
            if (matcher.matches()) {
                rowByLine.put(i + 1, Integer.parseInt(matcher.group(1)));
            }
        }
        return rowByLine;
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
