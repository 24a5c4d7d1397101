package org.hashwise.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hashwise.consultation.Consultation;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Section;
import org.hashwise.text.PageText;
import org.hashwise.text.PageTexts;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Handler of the forms of the questionnaire, of the interview and of the what-if analysis. */
final class FormHandler {

    /** The hidden field with the language in which the page was shown. */
    private static final String LANGUAGE = "language";

    /** The hidden field that says that the page showed answers of a session. */
    private static final String STORED = "stored";

    private final Consultation consultation;
    private final PageTexts pageTexts;

    FormHandler(Consultation consultation, PageTexts pageTexts) {
        this.consultation = consultation;
        this.pageTexts = pageTexts;
    }

    /**
     * @param shown the answers as the page showed them: the fields of a what-if show the values that are tried
     * @param takesRanges whether a number may be a range, or approximate
     */
    SentForm read(
            MultiValueMap<String, String> form,
            Section section,
            UnaryOperator<QuestionnaireSession> shown,
            boolean takesRanges,
            HttpServletRequest request) {
        PageText texts = texts(form, request);
        QuestionnaireSession before = Workspace.companyOrNew(request);
        boolean addsRows = SentForm.ADD_ROW.equals(form.getFirst("action"));
        boolean ended = hasEnded(form, request);
        // Of answers that are gone, the page is all that is left.
        FormInput input =
                FormInput.read(ended ? withoutShown(form) : form, section, shown.apply(before), texts, addsRows);
        SectionEntry entry =
                SectionEntry.read(consultation.questionnaire(), section.questions(), input.typed(), texts, takesRanges);
        List<String> notices = new ArrayList<>();
        if (ended) {
            notices.add(pageTexts.in(LanguageResolver.of(request)).message("notice.ended"));
        }
        input.overridden()
                .forEach((id, other) -> notices.add(pageTexts
                        .in(LanguageResolver.of(request))
                        .message("notice.overridden", texts.label(id), other)));
        return new SentForm(before, texts, input.typed(), entry, input.changed(), notices);
    }

    /** Returns whether the page showed answers that are gone: the session has ended, or they were cleared. */
    static boolean hasEnded(MultiValueMap<String, String> form, HttpServletRequest request) {
        return form.getFirst(STORED) != null && Workspace.company(request).isEmpty();
    }

    private static MultiValueMap<String, String> withoutShown(MultiValueMap<String, String> form) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>(form);
        fields.keySet().removeIf(field -> field.startsWith(FormInput.WAS));
        return fields;
    }

    /** The texts in the language of the page on which a form was typed, whatever language was chosen since. */
    private PageText texts(MultiValueMap<String, String> form, HttpServletRequest request) {
        Language language = Optional.ofNullable(form.getFirst(LANGUAGE))
                .flatMap(Language::ofCode)
                .orElseGet(() -> LanguageResolver.of(request));
        return pageTexts.in(language);
    }
}
