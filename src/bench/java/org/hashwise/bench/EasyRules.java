package org.hashwise.bench;

import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import org.hashwise.advice.Situation;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.api.RulesEngine;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;

/** Conditions in Java, run by the engine of Easy Rules. */
final class EasyRules {

    private static final String COMPANY = "company";
    private static final String HOLDING = "holding";

    private final RulesEngine engine = new DefaultRulesEngine();
    private final Rules rules = new Rules();

    EasyRules(List<Predicate<Situation>> conditions) {
        for (int i = 0; i < conditions.size(); i++) {
            int position = i;
            Predicate<Situation> condition = conditions.get(i);
            rules.register(new RuleBuilder()
                    .name("rule " + i)
                    .priority(i)
                    .when(facts -> condition.test(facts.get(COMPANY)))
                    .then(facts -> facts.<BitSet>get(HOLDING).set(position))
                    .build());
        }
    }

    /** The positions of the rules that hold. */
    BitSet evaluate(Situation situation) {
        BitSet holding = new BitSet();
        Facts facts = new Facts();
        facts.put(COMPANY, situation);
        facts.put(HOLDING, holding);
        engine.fire(rules, facts);
        return holding;
    }
}
