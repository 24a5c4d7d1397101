package org.hashwise.api;

import java.util.List;
import java.util.Locale;
import org.hashwise.consultation.Plain;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Text;
import org.hashwise.questionnaire.Typical;
import org.jspecify.annotations.Nullable;

/**
 * One question as JSON.
 *
 * @param range smallest and largest accepted value; null unless numeric
 * @param typical the value that is assumed without an answer; or {@code market}, {@code estimate} or {@code computed}
 * @param source in English
 */
record QuestionItem(
        String id,
        String section,
        String kind,
        String unit,
        @Nullable List<Number> range,
        List<ChoiceItem> choices,
        Object typical,
        int effort,
        Text label,
        Text wording,
        Text help,
        Text why,
        Text because,
        String source) {

    static QuestionItem of(Question question) {
        return new QuestionItem(
                question.id(),
                question.section(),
                question.kind().name().toLowerCase(Locale.ROOT),
                question.unit(),
                question.kind().isNumeric()
                        ? List.of(Plain.number(question.min()), Plain.number(question.max()))
                        : null,
                question.choices().stream()
                        .map(choice -> new ChoiceItem(choice.value(), choice.label()))
                        .toList(),
                typical(question.typical()),
                question.effort(),
                question.label(),
                question.wording(),
                question.help(),
                question.why(),
                question.because(),
                question.source().in(Language.EN));
    }

    private static Object typical(Typical typical) {
        if (typical instanceof Typical.Fixed fixed) {
            return Plain.value(fixed.value());
        }
        if (typical instanceof Typical.FromMarket) {
            return "market";
        }
        return typical instanceof Typical.Estimated ? "estimate" : "computed";
    }

    record ChoiceItem(String value, Text label) {}
}
