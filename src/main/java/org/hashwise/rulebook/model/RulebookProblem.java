package org.hashwise.rulebook.model;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.hashwise.questionnaire.Excerpt;

/**
 * One mistake in the files of a rulebook, in the words of an analyst.
 *
 * @param file relative to the rulebook
 * @param line from 1; 0 when the file as a whole is meant
 * @param column from 1; 0 when the line as a whole is meant
 * @param cell of a decision table, such as {@code C7}; empty elsewhere
 * @param rule id of the rule, question, threshold or case; empty when there is none
 * @param arguments for the message, in its order
 * @param suggestion what was probably meant, or what is accepted; empty when nothing is near
 */
public record RulebookProblem(
        String file,
        int line,
        int column,
        String cell,
        String rule,
        Severity severity,
        Code code,
        List<Object> arguments,
        String suggestion) {

    /** The order in which problems are listed: by file, line and column, then by code. */
    public static final Comparator<RulebookProblem> IN_ORDER = Comparator.comparing(RulebookProblem::file)
            .thenComparingInt(RulebookProblem::line)
            .thenComparingInt(RulebookProblem::column)
            .thenComparing(RulebookProblem::code)
            .thenComparing(problem -> problem.arguments().toString());

    public RulebookProblem {
        arguments = List.copyOf(arguments);
    }

    /** A problem of a file as a whole. */
    public static RulebookProblem of(String file, Severity severity, Code code, Object... arguments) {
        return new RulebookProblem(file, 0, 0, "", "", severity, code, List.of(arguments), "");
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    public enum Severity {
        ERROR,
        WARNING
    }

    /** The stable names of the mistakes; their sentences are in {@code problems.properties}. */
    public enum Code {
        // files
        UNREADABLE_FILE,
        UNEXPECTED_FILE,
        NO_RULEBOOK,
        LINKED_FILE,
        LEFTOVER_FILE,
        COPIED_FILE,
        RENAMED_DEFINITION,
        UNDEFINED_NAME,
        UNDEFINED_NAMES,
        FILE_TOO_LARGE,
        RULEBOOK_TOO_LARGE,
        NOT_UTF_8,
        FORBIDDEN_CHARACTER,
        // YAML
        YAML_SYNTAX,
        YAML_TAG,
        YAML_ALIAS,
        TOO_COMPLEX,
        DUPLICATE_KEY,
        MISSING_KEY,
        UNKNOWN_KEY,
        WRONG_TYPE,
        UNKNOWN_VALUE,
        MISSING_TRANSLATION,
        PLACEHOLDERS_DIFFER,
        MISSING_SOURCE,
        NOT_A_DATE,
        // questions, parameters, market
        DUPLICATE_ID,
        BAD_NAME,
        RESERVED_NAME,
        UNKNOWN_QUESTION,
        MISSING_QUESTION,
        MISSING_THRESHOLD,
        UNKNOWN_ESTIMATE,
        ESTIMATE_ARGUMENT,
        CIRCULAR_ESTIMATE,
        OUT_OF_RANGE,
        VALUE_NOT_ACCEPTED,
        RANGE_INVALID,
        RANGE_TOO_NARROW,
        UNIT_MISMATCH,
        UNITS_DIFFER,
        SPREAD_INVALID,
        SHARES_NOT_100,
        BAD_ANSWER,
        MISSING_FILE,
        // renames
        CIRCULAR_RENAME,
        RENAME_IN_USE,
        // rules
        RULE_SYNTAX,
        RULE_NOT_ALLOWED,
        BAD_RULE_ID,
        MISSING_METADATA,
        UNKNOWN_METADATA,
        UNKNOWN_FACT,
        UNKNOWN_FIELD,
        UNREADABLE_FIELD,
        UNKNOWN_THRESHOLD,
        UNKNOWN_STRATEGY,
        UNKNOWN_CHOICE,
        UNKNOWN_CONSEQUENCE,
        UNKNOWN_PLACEHOLDER,
        MALFORMED_PLACEHOLDER,
        UNKNOWN_VARIABLE,
        TYPE_MISMATCH,
        SELF_COMPARISON,
        WRONG_TOPIC,
        TWO_SUGGESTIONS,
        NOT_SUGGESTIBLE,
        SUGGESTION_UNIT,
        SUGGESTION_OUT_OF_RANGE,
        // tables
        TABLE_SYNTAX,
        UNKNOWN_SCHEDULE,
        UNKNOWN_PLACE,
        // cases
        MISSING_CASE,
        UNKNOWN_RULE,
        UNKNOWN_METRIC,
        GOAL_NOT_SINGLE,
        GOAL_INDEPENDENT,
        GOAL_OUT_OF_REACH,
        NOTHING_EXPECTED,
        CASE_FAILED,
        NO_SNAPSHOT,
        // engine
        RUNAWAY_RULE,
        ENGINE_REFUSED,
        HELD_BACK,
        // warnings: nothing is wrong, but the author may have meant something else
        UNUSED_THRESHOLD,
        UNREAD_QUESTION,
        NEVER_FIRES,
        ALWAYS_FIRES,
        ROWS_DISAGREE,
        REPEATED_CONDITION,
        BAND_GAP,
        REVIEW_DUE,
        UNGRADED_PLACE,
        BARE_NUMBER,
        RANGE_NOT_DECLARED,
        FUTURE_DATE,
        IMPLAUSIBLE_JUMP,
        TEXT_CUT,
        TYPOGRAPHIC_QUOTES
    }

    /** The code as it is printed: {@code unknown-field}. */
    public String codeName() {
        return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The sentence. */
    public String message() {
        return Messages.of(codeName(), arguments.toArray());
    }

    /** {@code file:line:col: error[code] RULE-ID: message (suggestion)}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(Excerpt.escaped(file));
        if (line > 0) {
            text.append(':').append(line);
        }
        if (column > 0) {
            text.append(':').append(column);
        }
        text.append(": ")
                .append(severity.name().toLowerCase(Locale.ROOT))
                .append('[')
                .append(codeName())
                .append("] ");
        return text.append(Excerpt.escaped(sentence())).toString();
    }

    /** The message after its rule and cell, and before the suggestion. */
    public String sentence() {
        StringBuilder text = new StringBuilder();
        if (!rule.isEmpty()) {
            text.append(rule).append(": ");
        }
        if (!cell.isEmpty()) {
            text.append(cell).append(": ");
        }
        text.append(message());
        if (!suggestion.isEmpty()) {
            text.append(" (").append(suggestion).append(')');
        }
        return text.toString();
    }
}
