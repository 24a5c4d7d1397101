package org.hashwise.web;

import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.Wording;
import org.hashwise.memo.MemoTexts;
import org.hashwise.questionnaire.Language;
import org.springframework.context.MessageSource;

/** The texts of pages in every language. */
final class PageTexts implements MemoTexts {

    private final Consultation consultation;
    private final Wording wording;
    private final MessageSource messages;

    PageTexts(Consultation consultation, Wording wording, MessageSource messages) {
        this.consultation = consultation;
        this.wording = wording;
        this.messages = messages;
    }

    @Override
    public PageText in(Language language) {
        return new PageText(language, consultation, wording, messages);
    }
}
