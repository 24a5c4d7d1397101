package org.hashwise.web;

import java.util.List;
import java.util.Optional;
import org.hashwise.advice.Situation;
import org.hashwise.consultation.Evaluation;
import org.hashwise.economics.Metric;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Section;
import org.hashwise.questionnaire.Typical;
import org.hashwise.text.PageText;

/** All answers of a session, with what is assumed for those that are missing. */
record AnswersReview(List<Part> parts) {

    /** One section. */
    record Part(String id, String title, List<AnswerLine> lines) {}

    /**
     * One question: its value in words, where that comes from, what is wrong with it if it cannot be used, and what is to be
     * said about it otherwise.
     */
    record AnswerLine(
            String id,
            String label,
            String value,
            Origin origin,
            List<FieldProblem> errors,
            List<FieldProblem> notes) {}

    enum Origin {
        GIVEN,
        ASSUMED,
        MARKET,
        /** Not given, and worked out from other answers. */
        COMPUTED,
        /** Typed, but not usable. */
        INVALID;

        /** Returns whether there is something to change, rather than something to answer. */
        public boolean replaceable() {
            return this == GIVEN || this == MARKET || this == INVALID;
        }

        /** The name in keys of messages and in names of styles. */
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    static AnswersReview of(Evaluation evaluation, QuestionnaireSession session, PageText texts) {
        List<FieldProblem> problems =
                SectionEntry.of(evaluation.questionnaire(), session, texts).problems();
        return new AnswersReview(evaluation.questionnaire().sections().stream()
                .map(section -> part(evaluation, section, session, problems, texts))
                .toList());
    }

    private static Part part(
            Evaluation evaluation,
            Section section,
            QuestionnaireSession session,
            List<FieldProblem> problems,
            PageText texts) {
        List<FieldProblem> notes = new Fields(evaluation, texts, session).notes(section);
        List<AnswerLine> lines = section.questions().stream()
                .map(question -> line(
                        question,
                        evaluation.situation(),
                        session,
                        about(question, problems),
                        about(question, notes),
                        texts))
                .toList();
        return new Part(section.id(), texts.text(section.title()), lines);
    }

    private static List<FieldProblem> about(Question question, List<FieldProblem> all) {
        return all.stream().filter(one -> one.id().equals(question.id())).toList();
    }

    private static AnswerLine line(
            Question question,
            Situation situation,
            QuestionnaireSession session,
            List<FieldProblem> errors,
            List<FieldProblem> notes,
            PageText texts) {
        Optional<Answer> value =
                Optional.ofNullable(situation.valueAt(situation.questionnaire().position(question.id())));
        Origin origin = origin(question, session, errors);
        String typed = session.typed()
                .getOrDefault(question.id(), new RawField(List.of(), texts.language()))
                .text();
        Metric metric = Metric.insteadOf(question.id()).orElse(null);
        if (origin == Origin.COMPUTED && metric != null) {
            String computed = texts.value(metric.id(), situation.metric(metric));
            return new AnswerLine(question.id(), texts.text(question.label()), computed, origin, errors, notes);
        }
        String shown = origin == Origin.INVALID
                ? typed
                : value.map(answer -> texts.answer(
                                question.id(),
                                answer,
                                origin == Origin.ASSUMED && question.typical() instanceof Typical.Estimated))
                        .orElse("");
        return new AnswerLine(question.id(), texts.text(question.label()), shown, origin, errors, notes);
    }

    private static Origin origin(Question question, QuestionnaireSession session, List<FieldProblem> errors) {
        if (!errors.isEmpty()) {
            return Origin.INVALID;
        }
        if (session.answers().has(question.id())) {
            return Origin.GIVEN;
        }
        if (question.typical() instanceof Typical.FromMarket) {
            return Origin.MARKET;
        }
        return question.typical() instanceof Typical.Computed ? Origin.COMPUTED : Origin.ASSUMED;
    }

    /** The lines that must be corrected before there can be advice. */
    public List<AnswerLine> invalid() {
        return parts.stream()
                .flatMap(part -> part.lines().stream())
                .filter(line -> line.origin() == Origin.INVALID)
                .toList();
    }

    /** The first problem of each of these lines. */
    public List<FieldProblem> problems() {
        return invalid().stream().map(line -> line.errors().get(0)).toList();
    }

    /** The number of answers of this origin. */
    public long count(String origin) {
        return parts.stream()
                .flatMap(part -> part.lines().stream())
                .filter(line -> line.origin().key().equals(origin))
                .count();
    }
}
