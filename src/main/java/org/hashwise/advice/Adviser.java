package org.hashwise.advice;

import java.util.List;
import org.hashwise.questionnaire.Language;
import org.jspecify.annotations.Nullable;

/**
 * Evaluator of the rules of one edition for complete situations: all that the packages above know of rules. It is implemented in
 * {@code rulebook}: an {@code EngineAdviser} has its rule engine find which rules fire, ranks the strategies by the points and
 * gates of these rules, and puts the result into words. The edition in force is a {@code Rulebook}, which is one of them with
 * the files that it was read from; the same rules with other values of thresholds are a plain one. Implementations are
 * thread-safe and deterministic.
 */
public interface Adviser {

    /** The fingerprint of the edition that gives the advice, {@code sha256:…}. */
    String edition();

    /** The decision with everything that led to it. */
    Advice advise(Situation situation, Language language);

    /** The same decision, without trace or texts. */
    Verdict verdict(Situation situation);

    /** A new evaluator of verdicts in bulk, for one thread; several times as fast where the implementation has one. */
    default VerdictEvaluator evaluator() {
        return VerdictEvaluator.of(this);
    }

    /**
     * The doubts about the answers, which {@link Advice#doubts} contains too; null in editions without rules for them.
     */
    default @Nullable List<Doubt> doubts(Situation situation, Language language) {
        return advise(situation, language).doubts();
    }

    /** Every comparison of numbers by which rules decide about a company. */
    Comparisons comparisons();

    /** The rules of the policy, in order, with each of their conditions as the rule engine evaluated it. */
    List<RuleReading> readings(Situation situation, Language language);
}
