package org.hashwise.text;

import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.Wording;
import org.hashwise.questionnaire.Language;
import org.springframework.context.MessageSource;

/** The texts of pages in every language. */
public final class PageTexts {

    private final Consultation consultation;
    private final Wording wording;
    private final MessageSource messages;

    public PageTexts(Consultation consultation, Wording wording, MessageSource messages) {
        this.consultation = consultation;
        this.wording = wording;
        this.messages = messages;
    }

    public PageText in(Language language) {
        return new PageText(language, consultation, wording, messages);
    }
}
