package org.hashwise.rulebook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.hashwise.advice.Advice;
import org.hashwise.advice.Adviser;
import org.hashwise.advice.DecisionThreshold;
import org.hashwise.advice.Doubt;
import org.hashwise.advice.RuleReading;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Verdict;
import org.hashwise.advice.VerdictEvaluator;
import org.hashwise.questionnaire.Language;
import org.hashwise.rulebook.engine.DecisionThresholds;
import org.hashwise.rulebook.engine.Ranking;
import org.hashwise.rulebook.engine.RuleEngine;
import org.hashwise.rulebook.explanation.AdviceBuilder;
import org.hashwise.rulebook.explanation.RuleExplainer;
import org.jspecify.annotations.Nullable;

/**
 * The rules of an edition with other values of some thresholds. They are interpreted; verdicts in bulk come from the
 * bytecode of the edition, into which no threshold is written. To be used as long as the edition is open. Thread-safe.
 */
final class OverlaidRules implements Adviser {

    private final String edition;
    private final RuleEngine engine;
    private final Supplier<Optional<VerdictEvaluator>> bytecode;

    // Made on demand: a verdict needs none of it. Two threads may both make it, and make the same.
    private volatile @Nullable AdviceBuilder adviceBuilder;
    private volatile @Nullable List<DecisionThreshold> decisionThresholds;

    /**
     * @param edition which is not that of the rules as they are
     * @param bytecode empty as long as that of the edition is not in use
     */
    OverlaidRules(String edition, RuleEngine engine, Supplier<Optional<VerdictEvaluator>> bytecode) {
        this.edition = edition;
        this.engine = engine;
        this.bytecode = bytecode;
    }

    /** The overlaid rules of one edition that were used last. Thread-safe. */
    static final class Cache {

        private static final int CAPACITY = 64;

        // In the order of use, oldest first.
        private final Map<String, OverlaidRules> rules = new LinkedHashMap<>(16, 0.75f, true);

        synchronized OverlaidRules get(String edition, Supplier<OverlaidRules> make) {
            OverlaidRules known = rules.get(edition);
            if (known == null) {
                known = make.get();
                rules.put(edition, known);
                if (rules.size() > CAPACITY) {
                    rules.remove(rules.keySet().iterator().next());
                }
            }
            return known;
        }
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
    public List<DecisionThreshold> decisionThresholds() {
        List<DecisionThreshold> known = decisionThresholds;
        if (known == null) {
            known = DecisionThresholds.of(engine.contents());
            decisionThresholds = known;
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
