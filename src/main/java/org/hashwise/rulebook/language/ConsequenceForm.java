package org.hashwise.rulebook.language;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Everything that a rule may do. The first group is for every topic, the second for the recommendation. */
public enum ConsequenceForm {
    /** Evidence for a strategy. */
    SUPPORT(false, Slot.STRATEGY, Slot.STRENGTH),
    /** Evidence against a strategy. */
    OPPOSE(false, Slot.STRATEGY, Slot.STRENGTH),
    /** A gate: the strategy is out of the question. */
    BLOCK(false, Slot.STRATEGY),
    /** A step to take if the strategy is recommended. */
    PLAN(false, Slot.STRATEGY),
    /** A risk to watch if the strategy is recommended. */
    RISK(false, Slot.STRATEGY),

    /** The score of a strategy. */
    SCORE(true, Slot.STRATEGY, Slot.POINTS, Slot.VIABILITY),
    /** The decision. */
    RECOMMEND(true, Slot.STRATEGY),
    /** How far the recommended strategy goes. */
    EXTENT(true, Slot.EXTENT),
    /** Another strategy that is worth combining with the recommended one. */
    COMBINE(true, Slot.STRATEGY);

    private final boolean decides;
    private final List<Slot> slots;

    ConsequenceForm(boolean decides, Slot... slots) {
        this.decides = decides;
        this.slots = List.of(slots);
    }

    /** What stands between the parentheses. */
    public enum Slot {
        STRATEGY,
        STRENGTH,
        POINTS,
        VIABILITY,
        EXTENT
    }

    public List<Slot> slots() {
        return slots;
    }

    /** The form with this name; null when there is none in this kind of topic. */
    public static @Nullable ConsequenceForm of(String name, boolean decides) {
        for (ConsequenceForm form : values()) {
            if (form.decides == decides && form.word().equals(name)) {
                return form;
            }
        }
        return null;
    }

    static List<String> names(boolean decides) {
        return Arrays.stream(values())
                .filter(form -> form.decides == decides)
                .map(ConsequenceForm::word)
                .toList();
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@code support( STRATEGY, STRENGTH );}. */
    String shape() {
        return word() + "( " + String.join(", ", slots.stream().map(Slot::name).toList()) + " );";
    }
}
