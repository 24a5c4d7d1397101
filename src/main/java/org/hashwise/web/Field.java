package org.hashwise.web;

import java.util.List;
import java.util.Locale;
import org.hashwise.questionnaire.Kind;
import org.hashwise.questionnaire.Question;
import org.jspecify.annotations.Nullable;

/**
 * One question as a form shows it, in the words of the reader.
 *
 * @param text what is in the field, or the value of the chosen option
 * @param settled whether the visitor has sent this question before, so that nothing chosen means "I don't know"
 * @param options of a choice or a yes-or-no question
 * @param rows of a question of kind shares
 * @param errors what is wrong with what was typed
 * @param notes how what is in the field was understood, and what was perhaps meant instead
 * @param assumed what we take when it is not answered; null when nothing is assumed
 * @param market where a market value comes from; null for other questions
 */
record Field(
        Question question,
        String unit,
        String text,
        boolean settled,
        List<Option> options,
        List<ShareRow> rows,
        List<FieldProblem> errors,
        List<FieldProblem> notes,
        @Nullable String assumed,
        @Nullable Market market) {

    record Option(String value, String label) {}

    record ShareRow(String code, String percent) {}

    /** A value of the market snapshot. */
    record Market(String value, String date, String source) {}

    public String id() {
        return question.id();
    }

    /** The fragment that draws it. */
    public String fragment() {
        return switch (question.kind()) {
            case NUMBER, PERCENT, MONEY -> "number";
            case YESNO, CHOICE -> "options";
            case SHARES -> "shares";
        };
    }

    public boolean invalid() {
        return !errors.isEmpty();
    }

    /** The ids of everything that describes the field to a screen reader. */
    public String describedBy() {
        String explained = id() + "-help " + id() + "-unknown";
        String noted = notes.isEmpty() ? explained : id() + "-note " + explained;
        return invalid() ? id() + "-error " + noted : noted;
    }

    /** Returns whether the field takes plain dollars, which are many: millions can be typed as such. */
    public boolean inDollars() {
        return question.unit().equals(Kind.MONEY.unit());
    }

    /** A keyboard of figures has neither a minus sign nor an M on many telephones. */
    public String inputMode() {
        return question.min() < 0 || inDollars() ? "text" : "decimal";
    }

    /** The id of an option; the first one has that of the question, so that links lead to it. */
    public String optionId(int index) {
        return index == 0 ? id() : id() + "-" + options.get(index).value().toLowerCase(Locale.ROOT);
    }
}
