package org.hashwise.web;

import java.util.List;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.questionnaire.Section;
import org.hashwise.text.PageText;

/**
 * The progress through the questionnaire: answered questions and finished sections.
 *
 * @param current position of the section from 1; after the last one on the page with all answers
 */
record Progress(List<SectionProgress> steps, int current) {

    /** One section: how many of its questions have a valid answer. */
    record SectionProgress(String id, String title, int answered, int asked, boolean seen, boolean current) {}

    static Progress of(Questionnaire questionnaire, QuestionnaireSession session, PageText texts, String section) {
        List<SectionProgress> steps = questionnaire.sections().stream()
                .map(asked -> new SectionProgress(
                        asked.id(),
                        texts.text(asked.title()),
                        (int) asked.questions().stream()
                                .filter(question -> session.answers().has(question.id()))
                                .count(),
                        asked.questions().size(),
                        session.seen().contains(asked.id()),
                        asked.id().equals(section)))
                .toList();
        List<String> ids = questionnaire.sections().stream().map(Section::id).toList();
        return new Progress(steps, ids.contains(section) ? ids.indexOf(section) + 1 : ids.size() + 1);
    }

    public int answered() {
        return steps.stream().mapToInt(SectionProgress::answered).sum();
    }

    public int asked() {
        return steps.stream().mapToInt(SectionProgress::asked).sum();
    }
}
