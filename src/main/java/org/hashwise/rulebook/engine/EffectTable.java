package org.hashwise.rulebook.engine;

import java.util.ArrayList;
import java.util.List;
import org.hashwise.advice.Strategy;
import org.hashwise.rulebook.language.Consequence;
import org.hashwise.rulebook.language.ConsequenceForm;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RuleRole;
import org.hashwise.rulebook.language.Strength;

/** Every consequence of the policy, and the facts that the decision gets of them, each made once. */
final class EffectTable {

    private final List<PolicyEffect> effects;
    private final EvidenceFact[] evidence;
    private final GateFact[] gates;

    private EffectTable(List<PolicyEffect> effects) {
        this.effects = List.copyOf(effects);
        this.evidence = effects.stream().map(EvidenceFact::of).toArray(EvidenceFact[]::new);
        this.gates =
                effects.stream().map(it -> new GateFact(it.strategy().name())).toArray(GateFact[]::new);
    }

    /** The effects in the order of the rules. */
    static EffectTable of(List<Rule> policy) {
        List<PolicyEffect> effects = new ArrayList<>();
        for (Rule rule : policy) {
            rule.consequences().forEach(consequence -> effects.add(effect(effects.size(), rule, consequence)));
        }
        return new EffectTable(effects);
    }

    private static PolicyEffect effect(int index, Rule rule, Consequence consequence) {
        ConsequenceForm form = ConsequenceForm.in(consequence, RuleRole.POLICY);
        Strategy strategy = Strategy.valueOf(consequence.arguments().get(0).text());
        int points = switch (form) {
            case SUPPORT -> strength(consequence);
            case OPPOSE -> -strength(consequence);
            case BLOCK, PLAN, RISK, HEADLINE -> 0;
            case DOUBT, SCORE, RECOMMEND, EXTENT, COMBINE, GRADE, PENDINGTAX ->
                throw new IllegalArgumentException(form.name());
        };
        return new PolicyEffect(index, rule, form, strategy, points);
    }

    private static int strength(Consequence consequence) {
        return Strength.valueOf(consequence.arguments().get(1).text()).points();
    }

    List<PolicyEffect> effects() {
        return effects;
    }

    EvidenceFact evidence(int effect) {
        return evidence[effect];
    }

    GateFact gate(int effect) {
        return gates[effect];
    }
}
