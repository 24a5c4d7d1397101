package org.hashwise.analysis;

import org.hashwise.questionnaire.Answer;

/**
 * A value of one question that could be part of a change.
 *
 * @param lack what the target lacks when this value alone is changed
 */
record CandidateValue(int position, Answer value, double lack, double distance) {}
