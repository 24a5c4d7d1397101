package org.hashwise.rulebook;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hashwise.advice.Advice;
import org.hashwise.advice.Adviser;
import org.hashwise.advice.Comparisons;
import org.hashwise.advice.Doubt;
import org.hashwise.advice.RuleReading;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Verdict;
import org.hashwise.advice.VerdictEvaluator;
import org.hashwise.questionnaire.Language;
import org.hashwise.rulebook.engine.DecidingComparisons;
import org.hashwise.rulebook.engine.Ranking;
import org.hashwise.rulebook.engine.RuleEngine;
import org.hashwise.rulebook.explanation.AdviceBuilder;
import org.hashwise.rulebook.explanation.RuleExplainer;
import org.jspecify.annotations.Nullable;

/**
 * Adviser that has a {@link RuleEngine} evaluate the rules. The engine gives findings: evidence, gates and the decision that
 * follows from them. {@link Ranking} orders the strategies by the findings, which is the verdict; {@link AdviceBuilder} adds the
 * texts, which is the advice. Verdicts in bulk come from bytecode, if there is any. To be used as long as the engine is open.
 * Thread-safe.
 */
class EngineAdviser implements Adviser {

    private final String edition;
    final RuleEngine engine;
    private final Supplier<Optional<VerdictEvaluator>> bytecode;

    // Made on demand: a verdict needs none of it. Two threads may both make it, and make the same.
    private volatile @Nullable AdviceBuilder adviceBuilder;
    private volatile @Nullable Comparisons comparisons;

    /**
     * @param edition the name of the rules, {@code sha256:…}
     * @param bytecode empty as long as there is none that was compared with the engine
     */
    EngineAdviser(String edition, RuleEngine engine, Supplier<Optional<VerdictEvaluator>> bytecode) {
        this.edition = edition;
        this.engine = engine;
        this.bytecode = bytecode;
    }

    @Override
    public String edition() {
        return edition;
    }

    @Override
    public Advice advise(Situation situation, Language language) {
        return adviceBuilder().build(situation, language, engine.evaluate(situation));
    }

    @Override
    public Verdict verdict(Situation situation) {
        return Ranking.of(engine.evaluate(situation)).verdict();
    }

    @Override
    public VerdictEvaluator evaluator() {
        return bytecode.get().orElseGet(() -> VerdictEvaluator.of(this));
    }

    @Override
    public @Nullable List<Doubt> doubts(Situation situation, Language language) {
        return adviceBuilder().doubts(situation, language);
    }

    @Override
    public Comparisons comparisons() {
        Comparisons known = comparisons;
        if (known == null) {
            known = DecidingComparisons.of(engine.contents());
            comparisons = known;
        }
        return known;
    }

    @Override
    public List<RuleReading> readings(Situation situation, Language language) {
        return new RuleExplainer(engine).readings(situation, language);
    }

    private AdviceBuilder adviceBuilder() {
        AdviceBuilder known = adviceBuilder;
        if (known == null) {
            known = new AdviceBuilder(edition, engine);
            adviceBuilder = known;
        }
        return known;
    }
}
