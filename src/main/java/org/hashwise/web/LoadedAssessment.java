package org.hashwise.web;

import org.hashwise.assessment.Assessment;

/**
 * The saved assessment that answers come from.
 *
 * @param version the one that was read
 */
record LoadedAssessment(String id, int version) {

    static LoadedAssessment of(Assessment assessment) {
        return new LoadedAssessment(assessment.id(), assessment.version());
    }
}
