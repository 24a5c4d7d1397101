package org.hashwise.web;

import java.util.Map;
import java.util.TreeMap;
import org.hashwise.analysis.Interview;
import org.hashwise.consultation.Analyses;
import org.hashwise.consultation.Consultation;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Distribution;
import org.hashwise.questionnaire.Quantity;
import org.hashwise.questionnaire.Section;

/** Numbers that a visitor knows within a range only: the advice counts with their middle, the interview with all of it. */
final class RoughNumbers {

    private static final double PERCENT = 100;

    private RoughNumbers() {}

    /** As they were typed, by question id; a number that is answered in another way since is none of them. */
    static Map<String, Quantity> of(
            Consultation consultation, QuestionnaireSession visit, Answers answers, PageText words) {
        Map<String, Quantity> rough = new TreeMap<>();
        for (Section section : consultation.questionnaire().sections()) {
            SectionEntry entry = SectionEntry.read(consultation.questionnaire(), section, visit.typed(), words);
            entry.rough().forEach((id, quantity) -> {
                if (entry.answers().has(id) && entry.answers().get(id).equals(answers.get(id))) {
                    rough.put(id, quantity);
                }
            });
        }
        return rough;
    }

    /** How sure the advice is, and what to ask next. */
    static Interview interview(Analyses analyses, Consultation.Request request, Map<String, Quantity> rough) {
        if (rough.isEmpty()) {
            return analyses.interview(request);
        }
        double about = analyses.settings().aboutPercent();
        Map<String, Distribution.Range> ranges = new TreeMap<>();
        Answers certain = request.answers().only(id -> !rough.containsKey(id));
        rough.forEach((id, quantity) -> {
            if (request.answers().get(id).orElse(null) instanceof Answer.Number number) {
                ranges.put(id, range(quantity, number.value(), about));
            }
        });
        return analyses.interview(
                new Consultation.Request(request.company(), request.asOf(), request.language(), certain),
                ranges,
                analyses.settings().samples(),
                analyses.settings().seed());
    }

    private static Distribution.Range range(Quantity quantity, double value, double about) {
        if (quantity instanceof Quantity.Range range) {
            return new Distribution.Range(range.low(), value, range.high());
        }
        double off = Math.abs(value) * about / PERCENT;
        return new Distribution.Range(value - off, value, value + off);
    }
}
