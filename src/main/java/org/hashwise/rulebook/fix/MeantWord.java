package org.hashwise.rulebook.fix;

import java.util.Optional;
import org.hashwise.rulebook.files.Suggestion;
import org.hashwise.rulebook.model.Position;
import org.hashwise.rulebook.model.RulebookProblem;

/** Fix of a misspelt word of which the problem says what was probably meant. */
final class MeantWord {

    private final SourceText source;

    MeantWord(SourceText source) {
        this.source = source;
    }

    /** The edit; empty when nothing was suggested, or when the word is not where the problem is. */
    Optional<TextEdit> edit(RulebookProblem problem) {
        Optional<String> meant = Suggestion.meant(problem.suggestion());
        if (meant.isEmpty() || problem.line() == 0) {
            return Optional.empty();
        }
        for (Object argument : problem.arguments()) {
            String given = unquoted(String.valueOf(argument));
            int start = problem.cell().isEmpty()
                    ? inLine(problem, given)
                    : source.cell(problem.line(), problem.column(), given);
            if (start >= 0 && !given.isEmpty() && !given.equals(meant.get())) {
                return Optional.of(new TextEdit(source.file(), start, start + given.length(), meant.get()));
            }
        }
        return Optional.empty();
    }

    private static String unquoted(String word) {
        boolean quoted = word.length() > 1 && word.startsWith("\"") && word.endsWith("\"");
        return quoted ? word.substring(1, word.length() - 1) : word;
    }

    // At the place itself or after a quotation mark there; else where it occurs once in the rest of the line.
    private int inLine(RulebookProblem problem, String given) {
        int place = source.offset(new Position(problem.file(), problem.line(), Math.max(1, problem.column())));
        if (place < 0) {
            return -1;
        }
        boolean quote =
                place < source.text().length() && "\"'".indexOf(source.text().charAt(place)) >= 0;
        int start = quote ? place + 1 : place;
        if (isWord(start, given)) {
            return start;
        }
        int end = source.start(problem.line()) + source.line(problem.line()).length();
        int found = -1;
        for (int at = place; at < end; at++) {
            if (isWord(at, given)) {
                if (found >= 0) {
                    return -1;
                }
                found = at;
            }
        }
        return found;
    }

    /** Returns whether a whole word is here, and not a part of a longer one. */
    private boolean isWord(int start, String word) {
        String text = source.text();
        int end = start + word.length();
        return text.startsWith(word, start)
                && (start == 0 || !continuesName(text.charAt(start - 1)))
                && (end == text.length() || !continuesName(text.charAt(end)));
    }

    private static boolean continuesName(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
