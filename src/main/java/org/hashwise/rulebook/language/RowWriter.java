package org.hashwise.rulebook.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hashwise.rulebook.language.Token.TokenType;

/** Writer of one row of a decision table as the words of a rule; each word knows the cell it comes from. */
final class RowWriter {

    static final String PARAMETER = "$param";
    private static final Set<String> IN_LISTS = Set.of(",");

    private final int row;
    private final List<Token> name = new ArrayList<>();
    private final List<Token> metadata = new ArrayList<>();
    private final List<Token> conditions = new ArrayList<>();
    private final List<Token> actions = new ArrayList<>();
    private boolean open;
    private int lastColumn = 1;

    RowWriter(int row) {
        this.row = row;
    }

    /** Adds a cell; gives the word of it that is more than a value, if there is one. */
    Optional<Token> add(TableColumn column, String cell) {
        lastColumn = column.number();
        List<Token> value = new ArrayList<>(Lexer.tokens(cell, row, column.number()));
        value.remove(value.size() - 1);
        switch (column.kind()) {
            case NAME -> name.add(new Token(TokenType.QUOTED, cell, row, column.number()));
            case METADATA -> {
                metadata.add(symbol("@"));
                return fill(column, cell, value, metadata);
            }
            case ACTION -> {
                return fill(column, cell, value, actions);
            }
            case CONDITION -> {
                if (open && column.goesOn()) {
                    conditions.add(symbol(","));
                } else {
                    closePattern();
                    column.fact().stream()
                            .filter(token -> token.type() != TokenType.END)
                            .forEach(conditions::add);
                    conditions.add(symbol("("));
                    open = true;
                }
                return fill(column, cell, value, conditions);
            }
        }
        return Optional.empty();
    }

    private Optional<Token> fill(TableColumn column, String cell, List<Token> value, List<Token> words) {
        boolean list = column.piece().stream().anyMatch(token -> token.is("in"));
        Optional<Token> foreign = Optional.empty();
        for (Token token : column.piece()) {
            if (token.type() == TokenType.QUOTED && token.text().contains(PARAMETER)) {
                words.add(new Token(TokenType.QUOTED, token.text().replace(PARAMETER, cell), row, column.number()));
            } else if (token.is(PARAMETER)) {
                words.addAll(value);
                foreign = value.stream().filter(word -> !isValue(word, list)).findFirst();
                if (foreign.isEmpty() && (cell.contains("//") || cell.contains("/*"))) { // what follows would be hidden
                    foreign = Optional.of(symbol("/"));
                }
            } else if (token.type() != TokenType.END) {
                words.add(token);
            }
        }
        return foreign;
    }

    private static boolean isValue(Token word, boolean list) {
        return switch (word.type()) {
            case NAME -> !word.text().startsWith("$");
            case NUMBER, QUOTED -> true;
            case SYMBOL -> word.is("-") || (list && IN_LISTS.contains(word.text()));
            default -> false;
        };
    }

    private void closePattern() {
        if (open) {
            conditions.add(symbol(")"));
            open = false;
        }
    }

    private Token symbol(String text) {
        return new Token(TokenType.SYMBOL, text, row, lastColumn);
    }

    private Token word(String text) {
        return new Token(TokenType.NAME, text, row, lastColumn);
    }

    /** The whole rule. */
    List<Token> words() {
        closePattern();
        List<Token> words = new ArrayList<>(List.of(word("rule")));
        words.addAll(name);
        words.addAll(metadata);
        words.add(word("when"));
        words.addAll(conditions);
        words.add(word("then"));
        words.addAll(actions);
        words.add(word("end"));
        words.add(new Token(TokenType.END, "", row, lastColumn));
        return words;
    }
}
