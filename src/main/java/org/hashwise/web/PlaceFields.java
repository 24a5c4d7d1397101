package org.hashwise.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hashwise.consultation.Consultation;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Distribution;
import org.hashwise.questionnaire.Question;
import org.hashwise.text.PageText;

/** The places that a form offers. */
final class PlaceFields {

    private PlaceFields() {}

    /** Names by code: every country, every row of the regulation table, and the states and provinces that the questionnaire and the casebook speak of. */
    static SortedMap<String, String> known(Consultation consultation, PageText texts) {
        SortedMap<String, String> names = new TreeMap<>();
        Arrays.stream(Locale.getISOCountries()).forEach(code -> names.put(code, texts.place(code)));
        consultation.jurisdictions().rows().forEach(row -> names.put(row.code(), texts.place(row.code())));
        for (Question question : consultation.questionnaire().questions()) {
            if (question.spread() instanceof Distribution.Examples examples) {
                examples.answers().forEach(answer -> add(answer, names, texts));
            }
        }
        consultation
                .cases()
                .forEach(study -> study.answers().byId().values().forEach(answer -> add(answer, names, texts)));
        return names;
    }

    private static void add(Answer answer, SortedMap<String, String> names, PageText texts) {
        if (answer instanceof Answer.Shares shares) {
            shares.percentByCode().keySet().forEach(code -> names.put(code, texts.place(code)));
        }
    }
}
