package org.hashwise.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import org.hashwise.advice.Situation;
import org.hashwise.advice.VerdictEvaluator;
import org.hashwise.rulebook.Rulebook;
import org.hashwise.rulebook.ShippedRules;
import org.hashwise.rulebook.engine.DroolsEngine;
import org.hashwise.rulebook.engine.PolicyEffect;
import org.hashwise.rulebook.engine.RuleEngine;
import org.hashwise.rulebook.language.Rule;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A race is fair only when all do the same: before anything is timed, all contenders agree. */
@Tag("bench")
class AgreementTests {

    private static final int SAMPLED = 1_000;

    private final Rulebook rulebook = ShippedRules.rulebook();
    private final List<Situation> companies = Companies.withSampled(SAMPLED);

    @Test
    void plainJavaDecidesAsTheEngineDoes() {
        PlainRules plain = Contenders.plain();
        RuleEngine engine = ShippedRules.engine();
        VerdictEvaluator bulk = Contenders.bulk();
        for (Situation company : companies) {
            Tally tally = plain.evaluate(company);
            assertThat(tally.verdict()).as(() -> company.answers().toString()).isEqualTo(rulebook.verdict(company));
            bulk.evaluate(company);
            assertThat(bulk.verdict()).isEqualTo(tally.verdict());
            assertThat(tally.fired).isEqualTo(indexes(engine.evaluate(company).effects()));
        }
    }

    @Test
    void sixtyRulesHoldForTheSameCompaniesEverywhere() {
        List<Rule> rules = Contenders.sixty();
        DroolsEngine drools = Contenders.drools();
        PlainRules plain = Contenders.plain(drools.effects());
        EasyRules easyRules = Contenders.easyRules();
        Dmn dmn = Contenders.dmn();
        assertThat(rules).hasSize(Contenders.RULES);
        for (Situation company : companies) {
            List<PolicyEffect> fired = drools.evaluate(company).effects();
            assertThat(plain.evaluate(company).fired).isEqualTo(indexes(fired));
            BitSet holding = Contenders.holding(fired, rules);
            assertThat(easyRules.evaluate(company)).isEqualTo(holding);
            assertThat(dmn.evaluate(dmn.input(company))).isEqualTo(holding);
        }
        drools.close();
    }

    private static BitSet indexes(List<PolicyEffect> effects) {
        BitSet indexes = new BitSet();
        effects.forEach(effect -> indexes.set(effect.index()));
        return indexes;
    }
}
