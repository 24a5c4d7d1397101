package org.hashwise.assessment;

import java.util.List;
import org.hashwise.questionnaire.Problem;

/** Exception: a text is not a receipt. */
public final class ReceiptUnreadable extends RuntimeException {

    private final int line;
    private final int column;
    private final transient List<Problem> problems;

    /** The text is no JSON from this place on. */
    ReceiptUnreadable(int line, int column) {
        super(line + ":" + column, null, false, false);
        this.line = line;
        this.column = column;
        this.problems = List.of();
    }

    /** The JSON lacks something or has something wrong; it has too many values when nothing is named. */
    ReceiptUnreadable(List<Problem> problems) {
        super(problems.toString(), null, false, false);
        this.line = 0;
        this.column = 0;
        this.problems = List.copyOf(problems);
    }

    /** The line where the JSON breaks; 0 when it does not. */
    public int line() {
        return line;
    }

    public int column() {
        return column;
    }

    /** Returns whether it has more values than a receipt may have. */
    public boolean isTooLarge() {
        return line == 0 && problems.isEmpty();
    }

    /** The problems of the fields. */
    public List<Problem> problems() {
        return problems;
    }
}
