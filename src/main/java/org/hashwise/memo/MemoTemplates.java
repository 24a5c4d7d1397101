package org.hashwise.memo;

import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.Wording;
import org.springframework.core.env.Environment;
import org.thymeleaf.ITemplateEngine;

/**
 * The templates of memos for programs without a Spring context. Implemented by the pages, as a service of {@link
 * java.util.ServiceLoader}.
 */
public interface MemoTemplates {

    /**
     * The template engine, the vocabulary and the files of memos.
     *
     * @param files style sheet and fonts
     */
    record Parts(ITemplateEngine engine, MemoTexts words, MemoFiles files) {}

    /** @param settings name the folder of the templates, as for the server */
    Parts parts(Consultation consultation, Wording wording, Environment settings);
}
