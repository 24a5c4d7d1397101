package org.hashwise.rulebook;

import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.hashwise.advice.VerdictEvaluator;
import org.hashwise.rulebook.bytecode.BulkRules;
import org.hashwise.rulebook.bytecode.UnsupportedRule;
import org.hashwise.rulebook.language.RulebookContents;
import org.hashwise.rulebook.testing.AgreementCheck;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bytecode of one edition, which is used as soon as it was found to decide as the rule engine does. Thread-safe. */
final class BulkVerdicts {

    private static final Logger LOG = LoggerFactory.getLogger(BulkVerdicts.class);

    private final String edition;
    private volatile State state = new State(VerdictSource.UNVERIFIED, null);

    /** @param rules null unless they are the source */
    private record State(VerdictSource source, @Nullable BulkRules rules) {}

    BulkVerdicts(String edition) {
        this.edition = edition;
    }

    /**
     * The same rules with other values of the thresholds: bytecode decides as soon as it does in the edition.
     *
     * @param thresholds all of them, by name
     */
    Supplier<Optional<VerdictEvaluator>> with(Map<String, Double> thresholds) {
        return () -> {
            BulkRules rules = state.rules();
            return rules == null
                    ? Optional.empty()
                    : Optional.of(rules.with(thresholds).evaluator());
        };
    }

    VerdictSource source() {
        return state.source();
    }

    /** An evaluator of bytecode; empty when the engine has to decide. */
    Optional<VerdictEvaluator> evaluator() {
        BulkRules rules = state.rules();
        return rules == null ? Optional.empty() : Optional.of(rules.evaluator());
    }

    /**
     * Compiles the rules to bytecode and compares its verdicts with those of the engine. Takes some tenths of a second of one
     * processor.
     *
     * @param contents what the bytecode is made of, which are the rules of the engine
     * @param check by that engine
     * @param stopped whether the edition is no longer used, so that there is no result
     */
    void verify(RulebookContents contents, AgreementCheck check, BooleanSupplier stopped) {
        try {
            BulkRules rules = BulkRules.of(contents);
            Optional<AgreementCheck.Disagreement> difference = check.firstDifference(rules.evaluator(), stopped);
            if (stopped.getAsBoolean()) {
                return;
            }
            if (difference.isPresent()) {
                LOG.warn("The bytecode of rulebook {} is not used: {}", edition, difference.get());
                state = new State(VerdictSource.ENGINE, null);
            } else {
                LOG.info("The bytecode of rulebook {} decides as the rule engine does", edition);
                state = new State(VerdictSource.BYTECODE, rules);
            }
        } catch (UnsupportedRule unsupported) {
            LOG.warn("Rulebook {} has no bytecode: {}", edition, unsupported.getMessage());
            state = new State(VerdictSource.ENGINE, null);
        }
    }
}
