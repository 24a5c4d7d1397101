package org.hashwise.questionnaire;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

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

    public Answers without(String id) {
        TreeMap<String, Answer> fewer = new TreeMap<>(byId);
        fewer.remove(id);
        return new Answers(fewer);
    }

    /** The answers whose question id satisfies the condition. */
    public Answers only(java.util.function.Predicate<String> ids) {
        TreeMap<String, Answer> some = new TreeMap<>(byId);
        some.keySet().removeIf(ids.negate());
        return new Answers(some);
    }
}
