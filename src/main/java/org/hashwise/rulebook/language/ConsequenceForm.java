package org.hashwise.rulebook.language;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The consequences of the rule language, by the role of the rule. */
public enum ConsequenceForm {
    /** Evidence for a strategy. */
    SUPPORT(RuleRole.POLICY, Slot.STRATEGY, Slot.STRENGTH),
    /** Evidence against a strategy. */
    OPPOSE(RuleRole.POLICY, Slot.STRATEGY, Slot.STRENGTH),
    /** A gate: the strategy is out of the question. */
    BLOCK(RuleRole.POLICY, Slot.STRATEGY),
    /** A step to take if the strategy is recommended. */
    PLAN(RuleRole.POLICY, Slot.STRATEGY),
    /** A risk to watch if the strategy is recommended. */
    RISK(RuleRole.POLICY, Slot.STRATEGY),
    /** The recommendation in one sentence if the strategy is recommended, instead of the usual one. */
    HEADLINE(RuleRole.POLICY, Slot.STRATEGY),

    /** The answers to these questions do not fit each other, or cannot be meant. */
    DOUBT(RuleRole.PLAUSIBILITY, Slot.QUESTIONS),

    /** The score of a strategy. */
    SCORE(RuleRole.DECISION, Slot.STRATEGY, Slot.POINTS, Slot.VIABILITY),
    /** The decision. */
    RECOMMEND(RuleRole.DECISION, Slot.STRATEGY),
    /** The extent of the recommended strategy. */
    EXTENT(RuleRole.DECISION, Slot.EXTENT),
    /** Another strategy that is worth combining with the recommended one. */
    COMBINE(RuleRole.DECISION, Slot.STRATEGY),

    /** The grade of a jurisdiction for a use. */
    GRADE(RuleRole.GRADING, Slot.USE, Slot.GRADE),
    /** A tax that is proposed there: USD per kWh, or the name of a schedule with tiers. */
    PENDINGTAX(RuleRole.GRADING, Slot.TAX);

    private final RuleRole role;
    private final List<Slot> slots;

    ConsequenceForm(RuleRole role, Slot... slots) {
        this.role = role;
        this.slots = List.of(slots);
    }

    /** The arguments between the parentheses. */
    public enum Slot {
        STRATEGY,
        STRENGTH,
        POINTS,
        VIABILITY,
        EXTENT,
        USE,
        GRADE,
        TAX,
        /** One or more ids of questions, each of which may be followed by {@code =} and the value that was meant. */
        QUESTIONS
    }

    public List<Slot> slots() {
        return slots;
    }

    /** Returns whether it bears on the decision; steps, risks and headlines only say more about it, doubts nothing. */
    public boolean decides() {
        return this != PLAN && this != RISK && this != HEADLINE && this != DOUBT;
    }

    /** The form with this name; null when rules with this role have none. */
    public static @Nullable ConsequenceForm of(String name, RuleRole role) {
        for (ConsequenceForm form : values()) {
            if (form.role == role && form.word().equals(name)) {
                return form;
            }
        }
        return null;
    }

    /**
     * The form of a checked consequence.
     *
     * @throws IllegalArgumentException when rules with this role have none of its name
     */
    public static ConsequenceForm in(Consequence consequence, RuleRole role) {
        ConsequenceForm form = of(consequence.name(), role);
        if (form == null) {
            throw new IllegalArgumentException(consequence.name());
        }
        return form;
    }

    static List<String> names(RuleRole role) {
        return Arrays.stream(values())
                .filter(form -> form.role == role)
                .map(ConsequenceForm::word)
                .toList();
    }

    private String word() {
        return this == PENDINGTAX ? "pendingTax" : name().toLowerCase(Locale.ROOT);
    }

    /** {@code support( STRATEGY, STRENGTH );}. */
    String shape() {
        if (this == DOUBT) {
            return "doubt( mining.hashrateEh, power.energizedMw );";
        }
        return word() + "( " + String.join(", ", slots.stream().map(Slot::name).toList()) + " );";
    }
}
