package org.hashwise.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Optional;
import org.hashwise.assessment.Assessment;

/**
 * The kept assessment that the answers of a visit come from.
 *
 * @param version the one that was read
 */
record LoadedAssessment(String id, int version) implements Serializable {

    private static final String ATTRIBUTE = LoadedAssessment.class.getName();

    static LoadedAssessment of(Assessment assessment) {
        return new LoadedAssessment(assessment.id(), assessment.version());
    }

    static Optional<LoadedAssessment> in(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> (LoadedAssessment) session.getAttribute(ATTRIBUTE));
    }

    static void end(HttpServletRequest request) {
        Optional.ofNullable(request.getSession(false)).ifPresent(session -> session.removeAttribute(ATTRIBUTE));
    }

    void keepIn(HttpServletRequest request) {
        request.getSession().setAttribute(ATTRIBUTE, this);
    }
}
