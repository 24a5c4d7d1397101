package org.hashwise.questionnaire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Names that questions and choices had once, and those they have now. Immutable. */
public final class Renames {

    private static final Renames NONE = new Renames(Map.of(), Map.of());

    private final SortedMap<String, String> ids;
    private final Map<String, Map<String, String>> choices;

    /**
     * @param ids of questions: once, now; renames of renames are followed already
     * @param choices the same of choice values, by the id that their question has now
     */
    public Renames(Map<String, String> ids, Map<String, Map<String, String>> choices) {
        this.ids = Collections.unmodifiableSortedMap(new TreeMap<>(ids));
        this.choices = new HashMap<>(choices);
    }

    public static Renames none() {
        return NONE;
    }

    /**
     * One name that was taken for another.
     *
     * @param id of the question, as it is now
     * @param from the id or choice value that was given
     * @param to the one that it is now
     */
    public record Renamed(String id, String from, String to) {}

    /** The former ids of questions, each with the one of now, in their order. */
    SortedMap<String, String> ids() {
        return ids;
    }

    /** The name of a question today. */
    public String id(String given) {
        return ids.getOrDefault(given, given);
    }

    /** @param question its id now */
    public String choice(String question, String given) {
        return choices.getOrDefault(question, Map.of()).getOrDefault(given, given);
    }

    /**
     * Values under the names that a questionnaire knows, be it older or newer than these renames: what it does not know
     * by its name it may know by a later or an earlier one. The given values themselves when it knows all of them.
     *
     * @param told receives each rename
     */
    public <T extends @Nullable Object> Map<String, T> fit(
            Map<String, T> values, Questionnaire target, List<Renamed> told) {
        if (areCurrent(values, target)) {
            return values; // as nearly always
        }
        Map<String, T> fitting = new TreeMap<>();
        values.forEach((given, value) -> {
            String id = idIn(target, given);
            if (!id.equals(given)) {
                told.add(new Renamed(id, given, id));
            }
            fitting.put(id, choiceIn(target, id, value, told));
        });
        return fitting;
    }

    private static boolean areCurrent(Map<String, ? extends @Nullable Object> values, Questionnaire target) {
        for (Map.Entry<String, ? extends @Nullable Object> value : values.entrySet()) {
            if (!isCurrent(value.getKey(), value.getValue(), target)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCurrent(String id, @Nullable Object value, Questionnaire target) {
        Question question = target.question(id).orElse(null);
        return question != null
                && (question.kind() != Kind.CHOICE
                        || !(value instanceof String choice)
                        || question.choice(choice).isPresent());
    }

    private String idIn(Questionnaire target, String given) {
        return known(given, id(given), ids, id -> target.question(id).isPresent());
    }

    @SuppressWarnings("unchecked") // a text takes the place of a text
    private <T extends @Nullable Object> T choiceIn(Questionnaire target, String id, T value, List<Renamed> told) {
        Question question = target.question(id).orElse(null);
        if (question == null || question.kind() != Kind.CHOICE || !(value instanceof String given)) {
            return value;
        }
        Map<String, String> renamed = choices.getOrDefault(id(id), Map.of());
        String choice = known(
                given,
                renamed.getOrDefault(given, given),
                renamed,
                each -> question.choice(each).isPresent());
        if (!choice.equals(given)) {
            told.add(new Renamed(id, given, choice));
        }
        return (T) choice;
    }

    private static String known(String given, String now, Map<String, String> renames, Predicate<String> isKnown) {
        if (isKnown.test(given)) {
            return given; // as nearly all are
        }
        List<String> candidates = new ArrayList<>(List.of(now));
        renames.forEach((once, later) -> {
            if (later.equals(now)) {
                candidates.add(once);
            }
        });
        return candidates.stream().filter(isKnown).findFirst().orElse(now);
    }

    private boolean isFormer(Answers given, String id) {
        return given.byId().get(id) instanceof Answer.Choice choice
                && !choice(id, choice.value()).equals(choice.value());
    }

    /** Answers under the names of now. */
    public Answers apply(Answers given) {
        if (ids.keySet().stream().noneMatch(given::has)
                && choices.keySet().stream().noneMatch(id -> isFormer(given, id))) {
            return given;
        }
        Map<String, Answer> now = new TreeMap<>();
        given.byId().forEach((once, answer) -> {
            String id = id(once);
            Answer named =
                    answer instanceof Answer.Choice choice ? new Answer.Choice(choice(id, choice.value())) : answer;
            // What was answered under the name of now is the newer answer.
            if (once.equals(id)) {
                now.put(id, named);
            } else {
                now.putIfAbsent(id, named);
            }
        });
        return Answers.of(now);
    }
}
