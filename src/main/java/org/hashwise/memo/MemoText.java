package org.hashwise.memo;

import java.util.Map;
import org.hashwise.advice.Strategy;
import org.hashwise.questionnaire.Answer;

/** Labels, values and messages of memos as readers of one language write them; templates call it {@code words}. */
public interface MemoText {

    /**
     * Names of places, separated by commas.
     *
     * @param places without a row of their own in the regulation table
     * @param rows places whose rows are used for them
     * @param percent of the capacity that is in those places
     */
    record StandIns(String places, String rows, double percent) {}

    /** The message of the templates with this key. */
    String message(String key, Object... arguments);

    /** A change as the question puts it, such as “If the power price fell to USD 0.04/kWh”. */
    String change(String id, Answer from, Answer to);

    /** The value of a question or a metric with its unit. */
    String value(String id, Object value);

    /** A value as it was given or published, with its unit and all its digits, but for the cents of an amount of thousands. */
    String exactly(String id, Object value);

    String strategy(Strategy strategy);

    /** The name of a place by its code. */
    String place(String code);

    /** The short name of a question or a metric. */
    String label(String id);

    String number(double number);

    /** A number with exactly so many decimals, as numbers below one another have them. */
    String fixed(double number, int decimals);

    /** Names of the places without a row of their own in the regulation table, and of those whose rows are used for them. */
    StandIns standIns(Map<String, ?> shares);

    /** A probability in whole percent; an estimated one, which is not certain, is never 0 or 100. */
    String chance(double part, boolean certain);

    /** A share of the paths of a projection, in percent from 0 to 100; a few paths are never written as none or all. */
    String paths(double percent);
}
