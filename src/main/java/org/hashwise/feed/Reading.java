package org.hashwise.feed;

/**
 * One value that a file states.
 *
 * @param value in the unit of the field
 * @param source where the value was published; empty when the file does not say
 */
record Reading(double value, String source, Place place) {}
