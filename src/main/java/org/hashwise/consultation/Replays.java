package org.hashwise.consultation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.hashwise.advice.Extent;
import org.hashwise.advice.Strategy;
import org.hashwise.advice.Verdict;
import org.hashwise.assessment.Receipt;
import org.hashwise.assessment.ReceiptFields;
import org.hashwise.questionnaire.Renames;
import org.hashwise.rulebook.ActiveRulebook;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Replay of stored assessments under today's rules or market. Thread-safe. */
public interface Replays {

    /** Which rules, or which market. */
    enum Which {
        THEN,
        TODAY
    }

    /** What is recommended, without words. */
    record Decision(Strategy strategy, @Nullable Extent extent) {

        static Decision of(Verdict verdict) {
            return new Decision(verdict.strategy(), verdict.extent());
        }

        /** What a receipt recommends. */
        public static Decision of(ReceiptFields receipt) {
            JsonNode recommendation = receipt.advice().path("recommendation");
            String extent = recommendation.path("extent").asString("");
            return new Decision(
                    Strategy.valueOf(recommendation.path("strategy").asString()),
                    extent.isEmpty() ? null : Extent.valueOf(extent));
        }
    }

    /**
     * One receipt, seen anew.
     *
     * @param now null when the rules that it names are not at hand
     * @param rulebook fingerprint of the edition that was asked
     * @param marketAsOf date of the snapshot that was used
     * @param renamed answers that stand under other names today
     * @param dropped answers that the rules that were asked do not take any more
     */
    record Replay(
            String assessment,
            int version,
            String company,
            LocalDate asOf,
            Decision then,
            @Nullable Decision now,
            boolean changed,
            String rulebook,
            LocalDate marketAsOf,
            List<Renames.Renamed> renamed,
            List<String> dropped) {}

    /** Looks back from the rules that one of them has in force. */
    static Replays with(ActiveRulebook rulebooks, EditionRepository library, Clock clock) {
        return new RulebookReplays(rulebooks, library, clock);
    }

    /** @throws org.hashwise.rulebook.EditionsBusy when too many others want old editions opened */
    Replay replay(Receipt receipt, Which rules, Which market);

    /**
     * What came of many: how many there were, those whose recommendation is another, and those that could not be seen
     * anew.
     */
    record Summary(int assessments, List<Replay> changed, List<Replay> notAtHand) {
        public Summary {
            changed = List.copyOf(changed);
            notAtHand = List.copyOf(notAtHand);
        }
    }

    /** @param receipts gives each of them to a visitor, and need not hold them all */
    Summary replayAll(Consumer<Consumer<Receipt>> receipts, Which rules, Which market);
}
