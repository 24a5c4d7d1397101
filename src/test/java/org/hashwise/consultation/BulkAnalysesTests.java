package org.hashwise.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.hashwise.advice.Adviser;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.advice.Verdict;
import org.hashwise.advice.VerdictPool;
import org.hashwise.analysis.AnalysisSettings;
import org.hashwise.analysis.Axis;
import org.hashwise.analysis.CounterfactualFinder;
import org.hashwise.analysis.Flip;
import org.hashwise.analysis.FlipFinder;
import org.hashwise.analysis.Interviewer;
import org.hashwise.analysis.PartialAnswers;
import org.hashwise.analysis.StrategyMapper;
import org.hashwise.rulebook.Rulebook;
import org.hashwise.rulebook.ShippedRules;
import org.hashwise.rulebook.bytecode.BulkRules;
import org.junit.jupiter.api.Test;

/** Analyses that ask bytecode, against the same that ask the rule engine. */
class BulkAnalysesTests {

    private static final Rulebook RULEBOOK = ShippedRules.rulebook();
    private static final AnalysisSettings SETTINGS = Analyses.settings(RULEBOOK);
    private static final Axis PRICE = new Axis("market.btcPriceUsd", 40_000, 160_000, 12);
    private static final Axis POWER = new Axis("power.priceUsdPerKwh", 0.02, 0.12, 12);

    private final BulkRules rules = BulkRules.of(ShippedRules.contents());
    private final Adviser engine = ShippedRules.withEvaluators(Optional::empty);
    private final Adviser bytecode = ShippedRules.withEvaluators(() -> Optional.of(rules.evaluator()));
    private final List<Situation> companies =
            RULEBOOK.cases().stream().limit(4).map(ShippedRules::situation).toList();

    @Test
    void anInterviewIsTheSame() {
        for (Situation company : companies) {
            PartialAnswers known = PartialAnswers.certain(company);
            assertThat(new Interviewer(bytecode, SETTINGS).interview(known, 300, 7))
                    .isEqualTo(new Interviewer(engine, SETTINGS).interview(known, 300, 7));
        }
    }

    @Test
    void aMapIsTheSame() {
        for (Situation company : companies) {
            assertThat(new StrategyMapper(bytecode).map(company, PRICE, POWER))
                    .isEqualTo(new StrategyMapper(engine).map(company, PRICE, POWER));
        }
    }

    @Test
    void flipsAreTheSame() {
        int found = 0;
        for (Situation company : companies) {
            List<Flip> flips = new FlipFinder(bytecode).flips(company);
            assertThat(flips).isEqualTo(new FlipFinder(engine).flips(company));
            found += flips.size();
        }
        assertThat(found).isPositive();
    }

    @Test
    void theSmallestChangeIsTheSame() {
        Situation company = companies.get(0);
        for (Strategy strategy : Strategy.values()) {
            assertThat(new CounterfactualFinder(bytecode, SETTINGS).smallest(company, strategy, Set.of()))
                    .isEqualTo(new CounterfactualFinder(engine, SETTINGS).smallest(company, strategy, Set.of()));
        }
    }

    @Test
    void aPoolUsesBytecodeFromTheMomentAtWhichThereIsSome() {
        AtomicInteger made = new AtomicInteger();
        VerdictPool pool = new VerdictPool(ShippedRules.withEvaluators(
                () -> made.incrementAndGet() <= 2 ? Optional.empty() : Optional.of(rules.evaluator())));
        Situation company = companies.get(0);
        Verdict verdict = pool.verdict(company);
        assertThat(pool.isFast()).isFalse();
        assertThat(pool.isFast()).isTrue();
        assertThat(pool.verdict(company)).isEqualTo(verdict);
        assertThat(pool.strategy(company)).isEqualTo(verdict.strategy());
        assertThat(made).hasValue(3);
    }
}
