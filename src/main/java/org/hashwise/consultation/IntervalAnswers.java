package org.hashwise.consultation;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.AnswersReader;
import org.hashwise.questionnaire.AnswersResult;
import org.hashwise.questionnaire.Distribution;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Problem;
import org.hashwise.questionnaire.Problem.Code;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;
import org.jspecify.annotations.Nullable;

/** Parser of answers that are given as {@code {"low": 40, "high": 60}} or {@code {"about": 50}}. */
final class IntervalAnswers {

    private static final Set<String> RANGE = Set.of("low", "high");
    private static final Set<String> ABOUT = Set.of("about");
    private static final double PERCENT = 100;

    private final Questionnaire questionnaire;
    private final AnswersReader reader;
    private final double aboutPercent;
    private final List<Problem> problems = new ArrayList<>();

    IntervalAnswers(Questionnaire questionnaire, Language language, double aboutPercent) {
        this.questionnaire = questionnaire;
        this.reader = new AnswersReader(questionnaire, language);
        this.aboutPercent = aboutPercent;
    }

    List<Problem> problems() {
        return problems;
    }

    /** Takes the rough answers to numeric questions out of the raw ones. */
    SortedMap<String, Distribution.Range> takeFrom(Map<String, @Nullable Object> raw) {
        SortedMap<String, Distribution.Range> ranges = new TreeMap<>();
        Iterator<Map.Entry<String, @Nullable Object>> entries = raw.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<String, @Nullable Object> entry = entries.next();
            Question question = questionnaire.question(entry.getKey()).orElse(null);
            if (question != null && question.kind().isNumeric() && entry.getValue() instanceof Map<?, ?> given) {
                entries.remove();
                Distribution.Range range = range(question, given);
                if (range != null) {
                    ranges.put(question.id(), range);
                }
            }
        }
        return ranges;
    }

    private Distribution.@Nullable Range range(Question question, Map<?, ?> given) {
        if (given.keySet().equals(ABOUT)) {
            Double about = number(question, given.get("about"));
            double off = about == null ? 0 : Math.abs(about) * aboutPercent / PERCENT;
            return about == null ? null : new Distribution.Range(about - off, about, about + off);
        }
        if (!given.keySet().equals(RANGE)) {
            problems.add(new Problem(question.id(), given, Code.NOT_A_RANGE, List.of(), ""));
            return null;
        }
        Double low = number(question, given.get("low"));
        Double high = number(question, given.get("high"));
        if (low == null || high == null) {
            return null;
        }
        if (low > high) {
            problems.add(new Problem(question.id(), given, Code.RANGE_REVERSED, List.of(low, high), ""));
            return null;
        }
        return new Distribution.Range(low, low + (high - low) / 2, high);
    }

    // Each end has to be an answer in its own right.
    private @Nullable Double number(Question question, @Nullable Object value) {
        if (value == null) {
            problems.add(new Problem(question.id(), null, Code.NOT_A_RANGE, List.of(), ""));
            return null;
        }
        AnswersResult reading = reader.read(Map.of(question.id(), value));
        problems.addAll(reading.problems());
        return reading.answers().get(question.id()).orElse(null) instanceof Answer.Number number
                ? Double.valueOf(number.value())
                : null;
    }
}
