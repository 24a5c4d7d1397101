package org.hashwise.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hashwise.assessment.Assessment;
import org.hashwise.consultation.Consultation;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Section;
import org.hashwise.rulebook.model.CaseStudy;
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
 * @param trail the way through the guided interview
 * @param lens how the advice is looked at
 */
record QuestionnaireSession(
        String company,
        @Nullable LocalDate asOf,
        Answers answers,
        Map<String, RawField> typed,
        Set<String> seen,
        @Nullable String example,
        @Nullable QuestionnaireSession own,
        InterviewHistory trail,
        WhatIf lens) {

    static final String ATTRIBUTE = QuestionnaireSession.class.getName();

    private static final long BYTES_OF_FIELD = 160;
    private static final long BYTES_OF_TEXT = 64;

    QuestionnaireSession {
        typed = Map.copyOf(typed);
        seen = Set.copyOf(seen);
    }

    static QuestionnaireSession start() {
        return new QuestionnaireSession(
                "", null, Answers.none(), Map.of(), Set.of(), null, null, InterviewHistory.start(), WhatIf.clear());
    }

    /** The visit of this request's session; empty when nothing was entered yet. */
    static Optional<QuestionnaireSession> in(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> (QuestionnaireSession) session.getAttribute(ATTRIBUTE));
    }

    static void end(HttpServletRequest request) {
        Optional.ofNullable(request.getSession(false)).ifPresent(session -> session.removeAttribute(ATTRIBUTE));
        LoadedAssessment.end(request);
    }

    void keepIn(HttpServletRequest request) {
        request.getSession().setAttribute(ATTRIBUTE, this);
    }

    /** This visit after the form of a section was sent: its answers replace those that the section had. */
    QuestionnaireSession with(Section section, Map<String, RawField> fields, Answers given) {
        Set<String> more = new HashSet<>(seen);
        more.add(section.id());
        return new QuestionnaireSession(
                company,
                asOf,
                merge(answers.only(id -> !id.startsWith(section.id() + ".")), given),
                merged(fields),
                more,
                example,
                own,
                trail,
                lens);
    }

    /** This visit after one question was answered, or was left open on purpose. */
    QuestionnaireSession with(Question question, Map<String, RawField> fields, Answers given) {
        Answers merged = merge(answers.without(question.id()), given);
        InterviewHistory longer =
                given.has(question.id()) ? trail.answered(question.id()) : trail.skipped(question.id());
        return new QuestionnaireSession(company, asOf, merged, merged(fields), seen, example, own, longer, lens);
    }

    /** This visit while something is typed that cannot be an answer yet. */
    QuestionnaireSession typing(Question question, Map<String, RawField> fields) {
        return new QuestionnaireSession(
                company, asOf, answers.without(question.id()), merged(fields), seen, example, own, trail, lens);
    }

    /** This visit with other answers in the place of what was typed for them. */
    QuestionnaireSession answering(Answers given) {
        Map<String, RawField> left = new HashMap<>(typed);
        left.keySet()
                .removeIf(field ->
                        given.has(field) || given.has(field.substring(0, Math.max(0, field.lastIndexOf('.')))));
        return new QuestionnaireSession(company, asOf, merge(answers, given), left, seen, example, own, trail, lens);
    }

    private static Answers merge(Answers answers, Answers given) {
        Answers merged = answers;
        for (var answer : given.byId().entrySet()) {
            merged = merged.with(answer.getKey(), answer.getValue());
        }
        return merged;
    }

    private Map<String, RawField> merged(Map<String, RawField> fields) {
        Map<String, RawField> more = new HashMap<>(typed);
        more.putAll(fields);
        return more;
    }

    /** The memory that it takes, roughly, in bytes. */
    long bytes() {
        long fields = bytes(typed) + bytes(lens.typed());
        long given = (answers.byId().size() + lens.tried().byId().size()) * BYTES_OF_FIELD;
        return BYTES_OF_FIELD + fields + given + (own == null ? 0 : own.bytes());
    }

    private static long bytes(Map<String, RawField> fields) {
        return fields.values().stream()
                .mapToLong(field ->
                        BYTES_OF_FIELD + field.texts().size() * BYTES_OF_TEXT + (long) field.length() * Character.BYTES)
                .sum();
    }

    /** What the answers ask for. */
    Consultation.Request request(PageText words) {
        return new Consultation.Request(company, asOf, words.language(), answers);
    }

    /** Whether anything at all was entered. */
    boolean isBlank() {
        return seen.isEmpty() && answers.byId().isEmpty() && trail.path().isEmpty();
    }

    QuestionnaireSession named(String name) {
        return new QuestionnaireSession(name, asOf, answers, typed, seen, example, own, trail, lens);
    }

    QuestionnaireSession on(@Nullable LocalDate day) {
        return new QuestionnaireSession(company, day, answers, typed, seen, example, own, trail, lens);
    }

    QuestionnaireSession along(InterviewHistory way) {
        return new QuestionnaireSession(company, asOf, answers, typed, seen, example, own, way, lens);
    }

    QuestionnaireSession through(WhatIf other) {
        return new QuestionnaireSession(company, asOf, answers, typed, seen, example, own, trail, other);
    }

    /** A visit that goes on from answers that were kept; what the visitor entered before gives way to them. */
    static QuestionnaireSession of(Assessment kept, Set<String> sections) {
        return new QuestionnaireSession(
                kept.company(),
                kept.asOf(),
                kept.answers(),
                Map.of(),
                sections,
                null,
                null,
                InterviewHistory.start(),
                WhatIf.clear());
    }

    /** A look at a real company; what the visitor entered before is put aside. */
    QuestionnaireSession of(CaseStudy study, Set<String> sections) {
        QuestionnaireSession aside = example == null ? this : own;
        return new QuestionnaireSession(
                study.company(),
                study.asOf(),
                study.answers(),
                Map.of(),
                sections,
                study.id(),
                aside,
                InterviewHistory.start(),
                WhatIf.clear());
    }
}
