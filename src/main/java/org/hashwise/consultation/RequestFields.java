package org.hashwise.consultation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Nearest;
import org.hashwise.questionnaire.Problem;
import org.hashwise.questionnaire.Problem.Code;
import org.jspecify.annotations.Nullable;

/** The fields of a JSON object, read one by one; all problems are collected, and reported together. */
public final class RequestFields {

    /** The largest whole number up to which a double represents every whole number. */
    private static final double LARGEST_EXACT = 9_007_199_254_740_991.0;

    private final String prefix;
    private final Map<String, @Nullable Object> fields;
    private final List<Problem> problems;

    private RequestFields(String prefix, Map<String, @Nullable Object> fields, List<Problem> problems) {
        this.prefix = prefix;
        this.fields = fields;
        this.problems = problems;
    }

    public static RequestFields of(JsonBody body) {
        return new RequestFields("", body.fields(), new ArrayList<>(body.duplicates()));
    }

    /** Another object that reports to the same list. */
    public RequestFields inner(String name, Map<String, @Nullable Object> object) {
        return new RequestFields(prefix + name + ".", object, problems);
    }

    public @Nullable Object get(String name) {
        return fields.get(name);
    }

    public void each(BiConsumer<String, @Nullable Object> visitor) {
        fields.forEach(visitor);
    }

    public void problem(String name, @Nullable Object value, Code code, List<Object> arguments, String suggestion) {
        problems.add(new Problem(prefix + name, value, code, arguments, suggestion));
    }

    public boolean has(Code code, String id) {
        return problems.stream()
                .anyMatch(problem -> problem.code() == code && problem.id().equals(id));
    }

    public void add(Collection<Problem> others) {
        problems.addAll(others);
    }

    /** @throws InvalidRequest naming all problems in the order of their ids, when there are any */
    public void refuseProblems(Language language) {
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparing(Problem::id));
            throw InvalidRequest.invalid(problems, language);
        }
    }

    public void refuseOthersThan(Collection<String> known) {
        fields.forEach((name, value) -> {
            if (!known.contains(name)) {
                problem(
                        name,
                        value,
                        Code.UNKNOWN_FIELD,
                        List.of(),
                        Nearest.to(name, known).orElse(""));
            }
        });
    }

    public @Nullable String text(String name) {
        Object value = fields.get(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        problem(name, value, Code.WRONG_TYPE, List.of(), "");
        return null;
    }

    /** One of some words; null when it is not there, or is another one. */
    public @Nullable String word(String name, Collection<String> accepted) {
        String word = text(name);
        if (word == null || accepted.contains(word)) {
            return word;
        }
        problem(
                name,
                word,
                Code.UNKNOWN_CHOICE,
                List.of(accepted),
                Nearest.to(word, accepted).orElse(""));
        return null;
    }

    public @Nullable Double number(String name) {
        Object value = fields.get(name);
        if (value == null || (value instanceof Number number && Double.isFinite(number.doubleValue()))) {
            return value == null ? null : Double.valueOf(((Number) value).doubleValue());
        }
        problem(name, value, Code.NOT_A_NUMBER, List.of(""), "");
        return null;
    }

    /** A whole number that a long holds; null when it is not there, or is no such number. */
    public @Nullable Long whole(String name) {
        Object value = fields.get(name);
        Long whole = wholeOf(value);
        if (value != null && whole == null) {
            problem(name, value, Code.NOT_A_WHOLE_NUMBER, List.of(), "");
        }
        return whole;
    }

    /** The whole number that a value is, also as {@code 24.0}, which is an integer of JSON Schema; null for any other value. */
    public static @Nullable Long wholeOf(@Nullable Object value) {
        if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        return value instanceof Double number && number == Math.rint(number) && Math.abs(number) <= LARGEST_EXACT
                ? Long.valueOf(number.longValue())
                : null;
    }

    /** The same between a smallest and a largest value; the fallback when it is not there. */
    public int whole(String name, int smallest, int largest, int fallback) {
        Long value = whole(name);
        if (value == null) {
            return fallback;
        }
        if (value > largest) {
            problem(name, value, Code.OVER_LIMIT, List.of(largest), String.valueOf(largest));
            return fallback;
        }
        if (value < smallest) {
            problem(name, value, Code.OUT_OF_RANGE, List.of(smallest, largest, ""), String.valueOf(smallest));
            return fallback;
        }
        return value.intValue();
    }

    @SuppressWarnings("unchecked") // the names of a JSON object are always text
    public @Nullable Map<String, @Nullable Object> object(String name) {
        Object value = fields.get(name);
        if (value == null || value instanceof Map<?, ?>) {
            return (Map<String, @Nullable Object>) value;
        }
        problem(name, value, Code.WRONG_TYPE, List.of(), "");
        return null;
    }

    public List<?> list(String name) {
        Object value = fields.get(name);
        if (value instanceof List<?> list) {
            return list;
        }
        if (value != null) {
            problem(name, value, Code.WRONG_TYPE, List.of(), "");
        }
        return List.of();
    }
}
