package org.hashwise.questionnaire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A validation problem of one input. Its text is found under {@code problem.<code>} in the messages.
 *
 * @param id the question it belongs to, or the unknown id that was given, or the name of the request field
 * @param value what was given, as given
 * @param arguments for the message, in its order
 * @param suggestion what was probably meant, or what would be accepted; empty when nothing is near
 */
public record Problem(String id, @Nullable Object value, Code code, List<Object> arguments, String suggestion) {

    public Problem {
        arguments = List.copyOf(arguments);
    }

    public enum Code {
        /** No question has this id. */
        UNKNOWN_ID,
        /** Not a number where one is expected; argument: the unit. */
        NOT_A_NUMBER,
        /** Text such as "n/a" in the place of a number that is not known; argument: the unit. */
        NOT_KNOWN,
        /** An amount in another currency than the US dollar, as text; arguments: its ISO 4217 code, the unit. */
        FOREIGN_CURRENCY,
        /** A range or an approximate number as text; argument: the unit. */
        RANGE_AS_TEXT,
        NOT_YES_OR_NO,
        /** Not one of the choices; argument: the accepted values. */
        UNKNOWN_CHOICE,
        /** Not a map of code to percent. */
        NOT_SHARES,
        /** Below the smallest or above the largest accepted value; arguments: smallest, largest, unit. */
        OUT_OF_RANGE,
        /** Percentages do not sum to 100; argument: their sum. */
        SHARES_NOT_100,
        /** A share that is not between 0 and 100; arguments: the code, the share. */
        SHARE_OUT_OF_RANGE,
        /** A share that is text, even of digits; arguments: the code, the text. */
        SHARE_IS_TEXT,
        /** A share that is a list, an object, yes or no, or larger than any number; argument: the code. */
        SHARE_NOT_A_NUMBER,
        /** A place without a share; argument: the code. */
        SHARE_MISSING,
        /** Not an ISO 3166 code; argument: the code. */
        UNKNOWN_JURISDICTION,
        /** A field of the request that does not exist. */
        UNKNOWN_FIELD,
        /** Not a date. */
        NOT_A_DATE,
        /** No market snapshot is that old; argument: the date of the first one. */
        BEFORE_FIRST_SNAPSHOT,
        /** A language that Hashwise does not speak; argument: the codes that it does. */
        UNKNOWN_LANGUAGE,
        /** A field or an id that is given more than once; argument: the line of the second one. */
        DUPLICATE,
        /** More than is accepted at once; argument: the limit. */
        OVER_LIMIT,
        NOT_A_WHOLE_NUMBER,
        /** A field that has to be there and is not; argument: its name. */
        MISSING,
        /** Two fields of which only one may be there; arguments: both names. */
        ONE_TOO_MANY,
        /** A question that takes no number where one is needed. */
        NOT_NUMERIC,
        /** Neither a range nor an approximate number. */
        NOT_A_RANGE,
        /** A range whose low end is above its high end; arguments: both. */
        RANGE_REVERSED,
        /** Two values that have to differ and do not. */
        NOT_DIFFERENT,
        /** No rule of the policy has this id. */
        UNKNOWN_RULE,
        /** A place that is given more than once; arguments: the code, the line of the second one. */
        DUPLICATE_PLACE,
        /** Longer than is accepted; argument: the most characters. */
        TOO_LONG,
        /** Text with line breaks or invisible characters. */
        CONTROL_CHARACTERS,
        /** Text where something else is expected, or the other way round. */
        WRONG_TYPE,
        /** No cursor of a list: none of our replies contained it. */
        UNKNOWN_CURSOR,
        /** Not a document of this kind; argument: the format that is known. */
        UNKNOWN_FORMAT,
        /** Not the id of an assessment. */
        NOT_AN_ID,
        /** A receipt whose hash is not that of its content. */
        HASH_MISMATCH,
        /** A receipt, or a version, that belongs elsewhere; argument: the version that is expected. */
        OUT_OF_PLACE,
        /** An assessment that does not say what its newest receipt says. */
        NOT_AS_RECEIPT,
        /** Other receipts are kept here under the same id. */
        DIFFERENT_HERE,
        /** An assessment that was deleted here. */
        FORGOTTEN_HERE,
        /** A receipt that does not come out again when its answers are evaluated by the rules and the market that it names. */
        NOT_REPRODUCED,
        /** A receipt whose rules are not available here, so that it cannot be evaluated again. */
        NOT_REPRODUCIBLE,
        /** An assessment of another account, which only that account may extend. */
        NOT_YOURS,
        /** A receipt that is dated in the future. */
        IN_THE_FUTURE,
        /** No threshold of the rulebook has this name. */
        UNKNOWN_PARAMETER,
        /** A value of a threshold outside of its declared range; arguments: its name, smallest, largest, unit. */
        PARAMETER_OUT_OF_RANGE,
        /** No house view of the rulebook has this id; argument: the ids that exist. */
        UNKNOWN_VIEW
    }
}
