package org.hashwise.rulebook.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hashwise.economics.JurisdictionGrade.Grade;
import org.hashwise.rulebook.files.CellTable;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.files.Suggestion;
import org.hashwise.rulebook.files.TypedNumber;
import org.hashwise.rulebook.language.TableColumn.ColumnType;
import org.hashwise.rulebook.model.Messages;
import org.hashwise.rulebook.model.Position;
import org.hashwise.rulebook.model.RulebookProblem.Code;

/**
 * Parser of a decision table in the spreadsheet layout of Drools: {@code RuleTable}, then the kinds of the columns, their
 * facts, their pieces of a rule, and their headings; below that one rule per row. Each row becomes words that stand in
 * their cells and goes through the same grammar as a written rule, so a cell cannot say more than one value.
 */
public final class TableParser {

    private static final int KINDS = 1;
    private static final int FACTS = 2;
    private static final int PIECES = 3;
    private static final int HEADINGS = 4;

    /** The notation of spreadsheets for truth values and, as days since 1900 or as fractions, for dates and percentages. */
    private static final Pattern FOREIGN_TEXT =
            Pattern.compile("(?i)true|false|vrai|faux|[-+]?[0-9]+([.,][0-9]+)?%?|[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private static final Pattern PLAIN_NUMBER = Pattern.compile("-?[0-9]+([.][0-9]+)?");

    private static final Pattern NEGATIVE = Pattern.compile("[-\u2212\u2013]\\s*[0-9]+([.,][0-9]+)?");

    private static final List<String> GRADES =
            Arrays.stream(Grade.values()).map(Grade::name).toList();

    private static final Pattern PARAMETERS = Pattern.compile("\\$param(?![A-Za-z0-9_$])");

    private final CellTable grid;
    private final Problems problems;
    private final Locator locator;
    private int headings;

    private TableParser(CellTable grid, Problems problems) {
        this.grid = grid;
        this.problems = problems;
        this.locator = (row, column) -> grid.position(row, column);
    }

    /** All rows that could be read; the others are problems. */
    public static RuleParser.ParsedRules parse(CellTable grid, Problems problems) {
        return new TableParser(grid, problems).parse();
    }

    private RuleParser.ParsedRules parse() {
        Optional<Integer> top = top();
        List<Rule> rules = new ArrayList<>();
        Set<String> spoiled = new HashSet<>();
        List<TableColumn> columns = top.map(this::columns).orElse(List.of());
        if (columns.isEmpty()) { // the meaning of the rows is unknown, but their rules exist
            for (int row = 1; row <= grid.height(); row++) {
                spoiled.add(firstWord(row));
            }
        } else {
            headings = top.get() + HEADINGS;
            boolean empty = true;
            for (int row = headings + 1; row <= grid.height(); row++) {
                empty &= grid.isBlank(row);
                if (!grid.isBlank(row)) {
                    RuleParser.ParsedRules reading = row(row, columns);
                    rules.addAll(reading.rules());
                    spoiled.addAll(reading.spoiled());
                }
            }
            if (empty) {
                problems.error(Code.TABLE_SYNTAX, Position.of(grid.file()), "", "", Messages.of("table.no-rows"));
            }
        }
        return new RuleParser.ParsedRules(rules, spoiled);
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
        Optional<Position> elsewhere = grid.table();
        problems.error(
                Code.TABLE_SYNTAX,
                elsewhere.orElse(Position.of(grid.file())),
                "",
                elsewhere.isPresent() ? "" : "RuleTable",
                Messages.of(elsewhere.isPresent() ? "table.elsewhere" : "table.no-table"));
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
        Map<String, Integer> columnsByHeading = new HashMap<>();
        for (int column = 1; column <= grid.width(); column++) {
            String word = grid.at(top + KINDS, column);
            Optional<ColumnType> kind = ColumnType.of(word);
            for (int row = top; row <= top + HEADINGS; row++) {
                problems.share(grid.position(row, column));
            }
            if (kind.isEmpty()) {
                if (!word.isEmpty() || !grid.at(top + PIECES, column).isEmpty()) {
                    problems.error(
                            word.isEmpty() ? Code.TABLE_SYNTAX : Code.RULE_NOT_ALLOWED,
                            grid.position(top + KINDS, column),
                            "",
                            Suggestion.near(word, ColumnType.words()),
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
            boolean goesOn = kind.get() == ColumnType.CONDITION && previous != null && previous.isSameFact(fact);
            String heading = grid.at(top + HEADINGS, column).toLowerCase(Locale.ROOT);
            Integer same = heading.isEmpty() ? null : columnsByHeading.putIfAbsent(heading, column);
            if (same != null) {
                doubled(grid.position(top + HEADINGS, column), grid.at(top + HEADINGS, column), same);
                sound = false;
            }
            previous = new TableColumn(column, kind.get(), fact, piece, goesOn);
            columns.add(previous);
        }
        return sound && hasNames(columns, top) && areDistinct(columns, top) ? columns : List.of();
    }

    private boolean hasNames(List<TableColumn> columns, int top) {
        boolean named = columns.stream().anyMatch(column -> column.kind() == ColumnType.NAME);
        if (!named) {
            String text = Messages.of("table.no-column", ColumnType.NAME);
            problems.error(Code.TABLE_SYNTAX, grid.position(top + KINDS, 1), "", ColumnType.NAME.name(), text);
        }
        return named;
    }

    private void doubled(Position position, String heading, int first) {
        String address = CellTable.columnName(first);
        problems.error(Code.TABLE_SYNTAX, position, "", "", Messages.of("table.doubled", heading, address));
    }

    /**
     * Returns whether no two columns say the same, as they do when one was copied: an action or a text of which only one
     * could count.
     */
    private boolean areDistinct(List<TableColumn> columns, int top) {
        Map<String, Integer> first = new HashMap<>();
        boolean distinct = true;
        for (TableColumn column : columns) {
            if (column.kind() == ColumnType.ACTION || column.kind() == ColumnType.METADATA) {
                String piece = grid.at(top + PIECES, column.number());
                Integer same = first.putIfAbsent(piece, column.number());
                if (same != null) {
                    doubled(grid.position(top + PIECES, column.number()), piece, same);
                    distinct = false;
                }
            }
        }
        return distinct;
    }

    /** Refuses a row with cells beyond the columns of the table, as an unquoted decimal comma leaves it. */
    private boolean fits(int row, List<TableColumn> columns) {
        int last = columns.stream().mapToInt(TableColumn::number).max().orElse(0);
        int cells = grid.rows().get(row - 1).size();
        if (cells < last && grid.file().endsWith(".csv")) { // a workbook does not store empty cells at the end
            String text = Messages.of("table.too-few-cells", cells, last);
            problems.error(Code.TABLE_SYNTAX, grid.position(row, cells), firstWord(row), "", text);
            return false;
        }
        for (int column = last + 1; column <= grid.width(); column++) {
            if (!grid.at(row, column).isEmpty()) {
                String text = Messages.of("table.too-many-cells", last);
                problems.error(Code.TABLE_SYNTAX, grid.position(row, column), firstWord(row), "", text);
                return false;
            }
        }
        return true;
    }

    /** Refuses a row of which several cells are under the heading of others: grades and texts that changed places. */
    private boolean isShifted(int row, List<TableColumn> columns) {
        List<TableColumn> displaced = columns.stream()
                .filter(column -> isDisplaced(column, grid.at(row, column.number())))
                .toList();
        if (displaced.size() < 2) {
            return false;
        }
        int column = displaced.get(0).number();
        String heading = columns.isEmpty() ? "" : grid.at(headings, column);
        String text = Messages.of("table.shifted", grid.at(row, column), heading);
        problems.error(Code.TABLE_SYNTAX, grid.position(row, column), firstWord(row), "", text);
        return true;
    }

    private static boolean isDisplaced(TableColumn column, String cell) {
        boolean isGrade = GRADES.contains(cell);
        if (mustBeFilled(column)) {
            return !cell.isEmpty()
                    && !isGrade
                    && Suggestion.onlyNear(cell, GRADES).isEmpty();
        }
        return isGrade;
    }

    /** A cell that a spreadsheet made of something else: a truth value, a formula or a date in a cell for text. */
    private Optional<String> foreignText(TableColumn column, String cell) {
        boolean words = column.kind() == ColumnType.METADATA || column.kind() == ColumnType.NAME;
        if (words && FOREIGN_TEXT.matcher(cell).matches()) {
            return Optional.of(Messages.of("table.not-a-text", cell));
        }
        if (DATE.matcher(cell).matches()) {
            return Optional.of(Messages.of("table.date", cell));
        }
        boolean list = column.piece().stream().anyMatch(token -> token.is("in"));
        if (!words
                && !list
                && !PLAIN_NUMBER.matcher(cell).matches()
                && !TypedNumber.suggestion(cell).isEmpty()) {
            return Optional.of(Messages.of("table.number", cell));
        }
        if (column.kind() == ColumnType.ACTION && NEGATIVE.matcher(cell).matches()) {
            return Optional.of(Messages.of("table.negative", cell));
        }
        boolean formula = cell.startsWith("=") || (cell.startsWith("#") && cell.matches("#[A-Z/0-9]+[!?]?"));
        return formula ? Optional.of(Messages.of("table.formula")) : Optional.empty();
    }

    // A percentage is no amount, and a negative number no grade and no tax.
    private static String meantNumber(String cell) {
        return cell.endsWith("%") || NEGATIVE.matcher(cell).matches() ? "" : TypedNumber.suggestion(cell);
    }

    /** Returns whether an empty cell leaves something out that every row has to say: a grade. */
    private static boolean mustBeFilled(TableColumn column) {
        return column.kind() == ColumnType.ACTION && column.piece().stream().anyMatch(token -> token.is("grade"));
    }

    // A column may set a fixed condition or consequence, but a text is always that of its row.
    private static boolean takesCells(ColumnType kind, String piece) {
        boolean some = piece.contains(RowWriter.PARAMETER);
        boolean others = PARAMETERS.matcher(piece).replaceAll("").contains("$");
        return !others && (some || kind != ColumnType.METADATA);
    }

    private RuleParser.ParsedRules row(int row, List<TableColumn> columns) {
        if (!fits(row, columns) || isShifted(row, columns)) {
            return new RuleParser.ParsedRules(List.of(), Set.of(firstWord(row)));
        }
        RowWriter writer = new RowWriter(row);
        boolean sound = true;
        for (TableColumn column : columns) {
            String cell = grid.at(row, column.number());
            Optional<String> wrong = cell.isEmpty() && mustBeFilled(column)
                    ? Optional.of(Messages.of("table.grade-missing"))
                    : foreignText(column, cell);
            if (wrong.isPresent()) {
                problems.error(
                        Code.TABLE_SYNTAX,
                        grid.position(row, column.number()),
                        firstWord(row),
                        column.kind() == ColumnType.ACTION ? meantNumber(cell) : "",
                        wrong.get());
                sound = false;
                continue;
            }
            if (!cell.isEmpty() || column.kind() == ColumnType.NAME || column.kind() == ColumnType.METADATA) {
                Optional<Token> foreign = writer.add(column, cell);
                foreign.ifPresent(token -> problems.error(
                        Code.TABLE_SYNTAX,
                        grid.position(row, column.number()),
                        firstWord(row),
                        TypedNumber.suggestion(cell),
                        Messages.of("table.one-value", token.shown())));
                sound &= foreign.isEmpty();
            }
        }
        if (!sound) {
            return new RuleParser.ParsedRules(List.of(), Set.of(firstWord(row)));
        }
        return RuleParser.parse(locator, writer.words(), problems);
    }
}
