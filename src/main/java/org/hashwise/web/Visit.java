package org.hashwise.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Section;
import org.hashwise.rulebook.CaseStudy;
import org.jspecify.annotations.Nullable;

/**
 * What one visitor told us so far; kept in the session, never in an address.
 *
 * @param asOf the day for which advice is asked; null for today
 * @param answers the valid ones
 * @param typed everything typed, valid or not, by field name
 * @param seen ids of the sections that were sent at least once
 * @param example id of the case that was loaded
 * @param own what the visitor had entered before looking at an example
 */
record Visit(
        String company,
        @Nullable LocalDate asOf,
        Answers answers,
        Map<String, Typed> typed,
        Set<String> seen,
        @Nullable String example,
        @Nullable Visit own) {

    private static final String ATTRIBUTE = Visit.class.getName();

    Visit {
        typed = Map.copyOf(typed);
        seen = Set.copyOf(seen);
    }

    static Visit start() {
        return new Visit("", null, Answers.none(), Map.of(), Set.of(), null, null);
    }

    /** The visit of this request's session; empty when nothing was entered yet. */
    static Optional<Visit> in(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false)).map(session -> (Visit) session.getAttribute(ATTRIBUTE));
    }

    static void end(HttpServletRequest request) {
        Optional.ofNullable(request.getSession(false)).ifPresent(session -> session.removeAttribute(ATTRIBUTE));
    }

    void keepIn(HttpServletRequest request) {
        request.getSession().setAttribute(ATTRIBUTE, this);
    }

    /** This visit after the form of a section was sent: its answers replace those that the section had. */
    Visit with(Section section, Map<String, Typed> fields, Answers given) {
        Answers merged = answers.only(id -> !id.startsWith(section.id() + "."));
        for (var answer : given.byId().entrySet()) {
            merged = merged.with(answer.getKey(), answer.getValue());
        }
        Map<String, Typed> allTyped = new HashMap<>(typed);
        allTyped.putAll(fields);
        Set<String> allSeen = new HashSet<>(seen);
        allSeen.add(section.id());
        return new Visit(company, asOf, merged, allTyped, allSeen, example, own);
    }

    Visit named(String name) {
        return new Visit(name, asOf, answers, typed, seen, example, own);
    }

    Visit on(@Nullable LocalDate day) {
        return new Visit(company, day, answers, typed, seen, example, own);
    }

    /** A look at a real company; what the visitor entered before is put aside. */
    Visit of(CaseStudy study, Set<String> sections) {
        Visit aside = example == null ? this : own;
        return new Visit(study.company(), study.asOf(), study.answers(), Map.of(), sections, study.id(), aside);
    }
}
