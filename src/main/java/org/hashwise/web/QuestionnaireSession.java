package org.hashwise.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.hashwise.assessment.AnswersJson;
import org.hashwise.assessment.Assessment;
import org.hashwise.consultation.Consultation;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Section;
import org.hashwise.rulebook.model.CaseStudy;
import org.hashwise.text.PageText;
import org.jspecify.annotations.Nullable;

/**
 * The answers about one company; kept in the session of a browser, which may have several ({@link Workspace}). Only the id
 * of a page's company is ever in an address.
 *
 * @param id names it among those of the session
 * @param asOf the day for which advice is asked; null for today
 * @param answers the valid ones
 * @param typed everything typed, valid or not, by field name
 * @param seen ids of the sections that were sent at least once
 * @param example id of the case that was loaded
 * @param@param loaded the saved assessment that the answers come from; null when there is none
 * @param superseded whether the company was renamed since, and this is what it was before
 * @param history the way through the guided interview
 * @param whatIf how the advice is looked at
 */
record QuestionnaireSession(
        String id,
        String company,
        @Nullable LocalDate asOf,
        Answers answers,
        Map<String, RawField> typed,
        Set<String> seen,
        @Nullable String example,
        @Nullable LoadedAssessment loaded,
        boolean superseded,
        InterviewHistory history,
        WhatIf whatIf) {

    private static final int FINGERPRINT = 16;
    private static final long BYTES_OF_FIELD = 160;
    private static final long BYTES_OF_TEXT = 64;

    QuestionnaireSession {
        typed = Map.copyOf(typed);
        seen = Set.copyOf(seen);
    }

    /** Without answers. */
    static QuestionnaireSession start(String id) {
        return new QuestionnaireSession(
                id,
                "",
                null,
                Answers.none(),
                Map.of(),
                Set.of(),
                null,
                null,
                false,
                InterviewHistory.start(),
                WhatIf.clear());
    }

    private QuestionnaireSession copy(
            Answers changed, Map<String, RawField> fields, Set<String> sections, InterviewHistory way, WhatIf other) {
        return new QuestionnaireSession(
                id, company, asOf, changed, fields, sections, example, loaded, superseded, way, other);
    }

    /** These answers after the form of a section was sent: its answers replace those that the section had. */
    QuestionnaireSession with(Section section, Map<String, RawField> fields, Answers given) {
        Set<String> more = new HashSet<>(seen);
        more.add(section.id());
        Answers others = answers.only(id -> !id.startsWith(section.id() + "."));
        return copy(others.with(given), merged(fields), more, history, whatIf);
    }

    /** These answers after one question was answered, or was left open on purpose. */
    QuestionnaireSession with(Question question, Map<String, RawField> fields, Answers given) {
        Answers merged = answers.without(question.id()).with(given);
        InterviewHistory longer =
                given.has(question.id()) ? history.answered(question.id()) : history.skipped(question.id());
        return copy(merged, merged(fields), seen, longer, whatIf);
    }

    /** With what was typed for one question and not sent as its answer yet, as far as it can be one. */
    QuestionnaireSession typing(Question question, Map<String, RawField> fields, Answers given) {
        return copy(answers.without(question.id()).with(given), merged(fields), seen, history, whatIf);
    }

    QuestionnaireSession seeing(Set<String> sections) {
        return copy(answers, typed, sections, history, whatIf);
    }

    /** These answers with other answers in the place of what was typed for them. */
    QuestionnaireSession answering(Answers given) {
        Map<String, RawField> left = new HashMap<>(typed);
        left.keySet()
                .removeIf(field ->
                        given.has(field) || given.has(field.substring(0, Math.max(0, field.lastIndexOf('.')))));
        return copy(answers.with(given), left, seen, history, whatIf);
    }

    private Map<String, RawField> merged(Map<String, RawField> fields) {
        Map<String, RawField> more = new HashMap<>(typed);
        more.putAll(fields);
        return more;
    }

    /** The memory that it takes, roughly, in bytes. */
    long bytes() {
        long fields = bytes(typed) + bytes(whatIf.typed());
        long given = (answers.byId().size() + whatIf.tried().byId().size()) * BYTES_OF_FIELD;
        long quotes = whatIf.quotes().size() * (BYTES_OF_TEXT + 2 * ForwardQuotes.LONGEST);
        return BYTES_OF_FIELD + fields + given + quotes;
    }

    private static long bytes(Map<String, RawField> fields) {
        return fields.values().stream()
                .mapToLong(field ->
                        BYTES_OF_FIELD + field.texts().size() * BYTES_OF_TEXT + (long) field.length() * Character.BYTES)
                .sum();
    }

    /** The request that the answers make. */
    Consultation.Request request(PageText texts) {
        return new Consultation.Request(company, asOf, texts.language(), answers);
    }

    /** Returns whether anything at all was entered. */
    boolean isBlank() {
        return seen.isEmpty() && answers.byId().isEmpty() && history.path().isEmpty();
    }

    /** A short hash of the answers that a page shows. */
    public String fingerprint() {
        return fingerprint(Answers.none());
    }

    /** A short hash of the answers that a page shows, and of the values that are tried on it. */
    public String whatIfFingerprint() {
        return fingerprint(whatIf.tried());
    }

    private String fingerprint(Answers tried) {
        String shown =
                String.join("\n", company, String.valueOf(asOf), AnswersJson.write(answers), AnswersJson.write(tried));
        return Tokens.hash(shown).substring(0, FINGERPRINT);
    }

    /** Returns whether an example, and not a company of the visitor's own, is shown. */
    boolean showsExample() {
        return example != null;
    }

    QuestionnaireSession named(String name) {
        return new QuestionnaireSession(
                id, name, asOf, answers, typed, seen, example, loaded, superseded, history, whatIf);
    }

    /** The same answers under another id. */
    QuestionnaireSession as(String other) {
        return new QuestionnaireSession(
                other, company, asOf, answers, typed, seen, example, loaded, false, history, whatIf);
    }

    QuestionnaireSession superseded(boolean renamed) {
        return new QuestionnaireSession(
                id, company, asOf, answers, typed, seen, example, loaded, renamed, history, whatIf);
    }

    QuestionnaireSession on(@Nullable LocalDate day) {
        return new QuestionnaireSession(
                id, company, day, answers, typed, seen, example, loaded, superseded, history, whatIf);
    }

    QuestionnaireSession from(@Nullable LoadedAssessment saved) {
        return new QuestionnaireSession(
                id, company, asOf, answers, typed, seen, example, saved, superseded, history, whatIf);
    }

    QuestionnaireSession along(InterviewHistory way) {
        return copy(answers, typed, seen, way, whatIf);
    }

    QuestionnaireSession through(WhatIf other) {
        return copy(answers, typed, seen, history, other);
    }

    /** The answers of a saved assessment. */
    static QuestionnaireSession of(String id, Assessment saved, Set<String> sections) {
        return new QuestionnaireSession(
                id,
                saved.company(),
                saved.asOf(),
                saved.answers(),
                Map.of(),
                sections,
                null,
                LoadedAssessment.of(saved),
                false,
                InterviewHistory.start(),
                WhatIf.clear());
    }

    /** The answers of a company of the casebook. */
    static QuestionnaireSession of(String id, CaseStudy study, Set<String> sections) {
        return new QuestionnaireSession(
                id,
                study.company(),
                study.asOf(),
                study.answers(),
                Map.of(),
                sections,
                study.id(),
                null,
                false,
                InterviewHistory.start(),
                WhatIf.clear());
    }
}
