package org.hashwise.questionnaire;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The answers of one company by question id, in the order of the ids; immutable. */
public record Answers(SortedMap<String, Answer> byId) {

    private static final Answers NONE = new Answers(new TreeMap<>());

    public Answers {
        byId = Collections.unmodifiableSortedMap(new TreeMap<>(byId));
    }

    public static Answers none() {
        return NONE;
    }

    public static Answers of(Map<String, Answer> byId) {
        return new Answers(byId instanceof SortedMap<String, Answer> sorted ? sorted : new TreeMap<>(byId));
    }

    public Optional<Answer> get(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public boolean has(String id) {
        return byId.containsKey(id);
    }

    /** These answers with one more, or with another value for one. */
    public Answers with(String id, Answer answer) {
        TreeMap<String, Answer> more = new TreeMap<>(byId);
        more.put(id, answer);
        return new Answers(more);
    }

    /** The answers of both; the given ones replace others to the same questions. */
    public Answers with(Answers given) {
        if (byId.isEmpty()) {
            return given;
        }
        TreeMap<String, Answer> more = new TreeMap<>(byId);
        more.putAll(given.byId);
        return new Answers(more);
    }

    public Answers without(String id) {
        TreeMap<String, Answer> fewer = new TreeMap<>(byId);
        fewer.remove(id);
        return new Answers(fewer);
    }

    /** The plain values by question id, to the last digit. */
    public SortedMap<String, Object> toPlain() {
        SortedMap<String, Object> plain = new TreeMap<>();
        byId.forEach((id, answer) -> plain.put(id, answer.toPlain()));
        return plain;
    }

    /** The answers whose question id satisfies the condition. */
    public Answers only(Predicate<String> ids) {
        TreeMap<String, Answer> some = new TreeMap<>(byId);
        some.keySet().removeIf(ids.negate());
        return new Answers(some);
    }
}
