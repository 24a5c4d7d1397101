package org.hashwise.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.hashwise.consultation.Consultation;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Section;
import org.hashwise.text.PageText;
import org.hashwise.text.PageTexts;
import org.springframework.http.HttpStatus;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.servlet.ModelAndView;

/**
 * A form whose token had expired, given back with what was entered and with a new token. Nothing is changed until the
 * visitor sends it once more. Forms that delete something, and those of the login, are not given back.
 */
final class ExpiredForm {

    /** Request attributes of the security filters: the parameters that were sent, and whether the sender has access. */
    private static final String SENT = "expiredForm";

    private static final String KNOWN = "expiredFormKnown";

    private static final Pattern TARGETS = Pattern.compile(
            "/questions/[a-z-]+|/interview(/[A-Za-z.]+)?|/advice/[a-z/-]+|/assessments|/examples/[a-z0-9-]+");

    private static final String TOKEN = "_csrf";

    private final Consultation consultation;
    private final PageTexts pageTexts;

    ExpiredForm(Consultation consultation, PageTexts pageTexts) {
        this.consultation = consultation;
        this.pageTexts = pageTexts;
    }

    /** The page with the form; empty when the request is no such form. */
    Optional<ModelAndView> page(HttpServletRequest request) {
        String target = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (!(request.getAttribute(SENT) instanceof Map<?, ?> sent)
                || !TARGETS.matcher(target).matches()) {
            return Optional.empty();
        }
        LinkedMultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        sent.forEach((name, given) -> {
            if (!TOKEN.equals(name) && given instanceof String[] values) {
                form.put(String.valueOf(name), List.of(values));
            }
        });
        boolean known = Boolean.TRUE.equals(request.getAttribute(KNOWN));
        ModelAndView page = new ModelAndView("pages/expired");
        page.setStatus(HttpStatus.FORBIDDEN);
        page.addObject("target", target);
        page.addObject("known", known);
        page.addObject("again", true);
        Map<String, List<String>> hidden = new TreeMap<>(form);
        if (known) {
            Language language = Optional.ofNullable(form.getFirst("language"))
                    .flatMap(Language::ofCode)
                    .orElseGet(() -> LanguageResolver.of(request));
            List<Question> questions = questions(form);
            page.addObject("fields", fields(questions, form, pageTexts.in(language)));
            page.addObject("entered", !questions.isEmpty());
            page.addObject("places", PlaceFields.known(consultation, pageTexts.in(language)));
            questions.stream().map(SectionEntry::fields).flatMap(List::stream).forEach(hidden::remove);
        } else {
            page.addObject("shown", entered(form));
            page.addObject("entered", !entered(form).isEmpty());
        }
        page.addObject("hidden", hidden);
        return Optional.of(page);
    }

    private List<Question> questions(Map<String, List<String>> form) {
        return consultation.questionnaire().questions().stream()
                .filter(question -> SectionEntry.fields(question).stream().anyMatch(form::containsKey))
                .toList();
    }

    private List<Field> fields(List<Question> questions, LinkedMultiValueMap<String, String> form, PageText texts) {
        QuestionnaireSession typed = QuestionnaireSession.start(Tokens.random());
        List<Field> fields = new ArrayList<>();
        for (Question question : questions) {
            Section alone = SectionEntry.alone(question);
            QuestionnaireSession session =
                    typed.typing(question, RawField.in(form, alone, texts.language(), false), Answers.none());
            fields.addAll(
                    new Fields(consultation.evaluate(session.request(texts)), texts, session).of(alone, List.of()));
        }
        return fields;
    }

    /** The fields that a visitor fills in, without those that pages add. */
    private static Map<String, List<String>> entered(Map<String, List<String>> form) {
        Map<String, List<String>> texts = new TreeMap<>(form);
        texts.keySet().removeIf(name -> !name.contains(".") || name.startsWith(FormInput.WAS));
        return texts;
    }
}
