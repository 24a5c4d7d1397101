package org.hashwise.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.RequestLanguage;
import org.hashwise.consultation.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that describe the questionnaire, also as JSON Schema. */
@RestController
@RequestMapping(path = "/api/v1/questions", produces = MediaType.APPLICATION_JSON_VALUE)
class QuestionsApi {

    private final Consultation consultation;
    private final Wording wording;

    QuestionsApi(Consultation consultation, Wording wording) {
        this.consultation = consultation;
        this.wording = wording;
    }

    /** All questions in the order in which they are asked, in every language. */
    @GetMapping
    List<QuestionItem> questions() {
        return consultation.questionnaire().questions().stream()
                .map(QuestionItem::of)
                .toList();
    }

    /** The JSON Schema of {@code answers}, with descriptions in the language of the caller. */
    @GetMapping("/schema")
    Map<String, @Nullable Object> schema(HttpServletRequest http) {
        return new AnswersSchema(RequestLanguage.of(http), wording).of(consultation.questionnaire());
    }
}
