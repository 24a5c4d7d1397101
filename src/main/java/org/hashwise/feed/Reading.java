package org.hashwise.feed;

import org.hashwise.questionnaire.Text;

/**
 * One value that a file states.
 *
 * @param value in the unit of the field
 * @param source where the value was published; empty when the file does not say
 */
record Reading(double value, Text source, Place place) {

    /** A value whose source reads the same in every language. */
    Reading(double value, String source, Place place) {
        this(value, Text.same(source), place);
    }
}
