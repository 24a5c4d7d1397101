package org.hashwise.rulebook.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hashwise.rulebook.files.CellTable;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.files.Suggestion;
import org.hashwise.rulebook.language.TableColumn.Kind;
import org.hashwise.rulebook.model.Messages;
import org.hashwise.rulebook.model.Position;
import org.hashwise.rulebook.model.RulebookProblem.Code;

/**
 * Reads a decision table in the spreadsheet layout of Drools: {@code RuleTable}, then the kinds of the columns, their
 * facts, their pieces of a rule, and their headings; below that one rule per row. Each row becomes words that stand in
 * their cells and goes through the same grammar as a written rule, so a cell cannot say more than one value.
 */
public final class TableParser {

    private static final int KINDS = 1;
    private static final int FACTS = 2;
    private static final int PIECES = 3;
    private static final int HEADINGS = 4;

    private static final Pattern PARAMETERS = Pattern.compile("\\$param(?![A-Za-z0-9_$])");

    private final CellTable grid;
    private final Problems problems;
    private final Locator locator;

    private TableParser(CellTable grid, Problems problems) {
        this.grid = grid;
        this.problems = problems;
        this.locator = (row, column) -> grid.position(row, column);
    }

    /** All rows that could be read; the others are problems. */
    public static RuleParser.Reading parse(CellTable grid, Problems problems) {
        return new TableParser(grid, problems).parse();
    }

    private RuleParser.Reading parse() {
        Optional<Integer> top = top();
        List<Rule> rules = new ArrayList<>();
        Set<String> spoiled = new HashSet<>();
        List<TableColumn> columns = top.map(this::columns).orElse(List.of());
        if (columns.isEmpty()) { // nobody knows what the rows say, but their rules exist
            for (int row = 1; row <= grid.height(); row++) {
                spoiled.add(firstWord(row));
            }
        } else {
            for (int row = top.get() + HEADINGS + 1; row <= grid.height(); row++) {
                if (!grid.isBlank(row)) {
                    RuleParser.Reading reading = row(row, columns);
                    rules.addAll(reading.rules());
                    spoiled.addAll(reading.spoiled());
                }
            }
        }
        return new RuleParser.Reading(rules, spoiled);
    }

    private String firstWord(int row) {
        return grid.at(row, 1).split(" ", 2)[0];
    }

    // Above the table Drools takes imports, functions and the like: here nothing but the name of the set of rules.
    private Optional<Integer> top() {
        for (int row = 1; row <= grid.height(); row++) {
            if (firstWord(row).equals("RuleTable")) {
                for (int above = 1; above < row; above++) {
                    checkAbove(above);
                }
                return Optional.of(row);
            }
        }
        problems.error(Code.TABLE_SYNTAX, Position.of(grid.file()), "", "RuleTable", Messages.of("table.no-table"));
        return Optional.empty();
    }

    private void checkAbove(int row) {
        String word = grid.at(row, 1);
        if (!word.isEmpty() && !word.equals("RuleSet")) {
            String suggestion = Suggestion.near(word, List.of("RuleSet", "RuleTable"));
            problems.error(Code.RULE_NOT_ALLOWED, grid.position(row, 1), "", suggestion, word);
        }
    }

    /** The columns; none, with a problem, when there is one that cannot be. */
    private List<TableColumn> columns(int top) {
        List<TableColumn> columns = new ArrayList<>();
        boolean sound = true;
        TableColumn previous = null;
        for (int column = 1; column <= grid.width(); column++) {
            String word = grid.at(top + KINDS, column);
            Optional<Kind> kind = Kind.of(word);
            for (int row = top; row <= top + HEADINGS; row++) {
                problems.share(grid.position(row, column));
            }
            if (kind.isEmpty()) {
                if (!word.isEmpty() || !grid.at(top + PIECES, column).isEmpty()) {
                    problems.error(
                            word.isEmpty() ? Code.TABLE_SYNTAX : Code.RULE_NOT_ALLOWED,
                            grid.position(top + KINDS, column),
                            "",
                            Suggestion.near(word, Kind.words()),
                            word.isEmpty() ? Messages.of("table.no-kind") : word);
                    sound = false;
                }
                continue;
            }
            List<Token> fact = Lexer.tokens(grid.at(top + FACTS, column), top + FACTS, column);
            if (!takesCells(kind.get(), grid.at(top + PIECES, column))) {
                problems.error(
                        Code.TABLE_SYNTAX,
                        grid.position(top + PIECES, column),
                        "",
                        RowWriter.PARAMETER,
                        Messages.of("table.parameter"));
                sound = false;
            }
            List<Token> piece = Lexer.tokens(grid.at(top + PIECES, column), top + PIECES, column);
            boolean goesOn = kind.get() == Kind.CONDITION && previous != null && previous.isSameFact(fact);
            previous = new TableColumn(column, kind.get(), fact, piece, goesOn);
            columns.add(previous);
        }
        return sound ? columns : List.of();
    }

    // A column may set a fixed condition or consequence, but a text is always that of its row.
    private static boolean takesCells(Kind kind, String piece) {
        boolean some = piece.contains(RowWriter.PARAMETER);
        boolean others = PARAMETERS.matcher(piece).replaceAll("").contains("$");
        return !others && (some || kind != Kind.METADATA);
    }

    private RuleParser.Reading row(int row, List<TableColumn> columns) {
        RowWriter writer = new RowWriter(row);
        boolean sound = true;
        for (TableColumn column : columns) {
            String cell = grid.at(row, column.number());
            if (!cell.isEmpty() || column.kind() == Kind.NAME || column.kind() == Kind.METADATA) {
                Optional<Token> foreign = writer.add(column, cell);
                foreign.ifPresent(token -> problems.error(
                        Code.TABLE_SYNTAX,
                        grid.position(row, column.number()),
                        firstWord(row),
                        "",
                        Messages.of("table.one-value", token.shown())));
                sound &= foreign.isEmpty();
            }
        }
        List<Token> words = writer.words();
        return sound ? RuleParser.parse(locator, words, problems) : new RuleParser.Reading(List.of(), writer.ruleIds());
    }
}
