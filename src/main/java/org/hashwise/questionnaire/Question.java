package org.hashwise.questionnaire;

import java.util.List;
import java.util.Optional;

/**
 * One question, as {@code rules/questions} states it.
 *
 * @param id {@code section.name}, stable
 * @param unit as readers see it after the value, such as {@code MW} or {@code USD/kWh}; that of the kind
 *     when left out; empty when there is none
 * @param min smallest accepted value; meaningful for numeric kinds only
 * @param max largest accepted value; meaningful for numeric kinds only
 * @param choices in the order in which they are offered; empty unless the kind is {@link Kind#CHOICE}
 * @param effort how hard it is to find the answer: 1 known by heart, 2 look it up, 3 ask a colleague
 * @param label short name for tables
 * @param wording the question itself
 * @param help what exactly to enter
 * @param why why we ask
 * @param because why the typical value is a fair assumption; shown beside it
 * @param source where the typical value and the spread come from
 * @param moves who can change the value, how far, and the words for it
 */
public record Question(
        String id,
        Kind kind,
        String unit,
        double min,
        double max,
        List<AnswerOption> choices,
        Typical typical,
        Distribution spread,
        int effort,
        Text label,
        Text wording,
        Text help,
        Text why,
        Text because,
        Text source,
        Moves moves) {

    public Question {
        unit = unit.isEmpty() ? kind.unit() : unit;
        choices = List.copyOf(choices);
    }

    /** One accepted answer of a choice question. */
    public record AnswerOption(String value, Text label) {}

    /** The accepted answers of a choice question. */
    public List<String> choiceValues() {
        return choices.stream().map(AnswerOption::value).toList();
    }

    /** The part of the id before the dot. */
    public String section() {
        return id.substring(0, id.indexOf('.'));
    }

    /** The part of the id after the dot: the field that rules match. */
    public String name() {
        return id.substring(id.indexOf('.') + 1);
    }

    public Optional<AnswerOption> choice(String value) {
        for (AnswerOption choice : choices) {
            if (choice.value().equals(value)) {
                return Optional.of(choice);
            }
        }
        return Optional.empty();
    }
}
