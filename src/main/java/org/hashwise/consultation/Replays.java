package org.hashwise.consultation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.hashwise.advice.Extent;
import org.hashwise.advice.Strategy;
import org.hashwise.advice.VerdictSummary;
import org.hashwise.analysis.Cancellation;
import org.hashwise.assessment.Receipt;
import org.hashwise.assessment.ReceiptFields;
import org.hashwise.market.MarketSnapshot;
import org.hashwise.questionnaire.Renames;
import org.hashwise.rulebook.ActiveRulebook;
import org.hashwise.rulebook.Rulebook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** Replay of stored assessments under today's rules or market. Thread-safe. */
@Service
public class Replays {

    /** The choice of the rules, or of the market. */
    public enum Which {
        THEN,
        TODAY
    }

    /** The verdict that a receipt holds. */
    public static VerdictSummary verdict(ReceiptFields receipt) {
        JsonNode recommendation = receipt.advice().path("recommendation");
        String extent = recommendation.path("extent").asString("");
        return new VerdictSummary(
                Strategy.valueOf(recommendation.path("strategy").asString()),
                extent.isEmpty() ? null : Extent.valueOf(extent));
    }

    /**
     * One receipt, seen anew.
     *
     * @param now null when the rules that it names are not at hand
     * @param rulebook fingerprint of the edition that was asked
     * @param marketAsOf date of the snapshot that was used
     * @param renamed answers that have other names today
     * @param dropped answers that the rules that were asked do not take any more
     */
    public record Replay(
            String assessment,
            int version,
            String company,
            LocalDate asOf,
            VerdictSummary then,
            @Nullable VerdictSummary now,
            boolean changed,
            String rulebook,
            LocalDate marketAsOf,
            List<Renames.Renamed> renamed,
            List<String> dropped) {}

    /**
     * The result of many replays: their number, those whose recommendation is another, and those whose edition is not at hand.
     */
    public record Summary(int assessments, List<Replay> changed, List<Replay> notAtHand) {
        public Summary {
            changed = List.copyOf(changed);
            notAtHand = List.copyOf(notAtHand);
        }
    }

    private final ActiveRulebook rulebooks;
    private final EditionRepository editions;
    private final Clock clock;

    public Replays(ActiveRulebook rulebooks, EditionRepository editions, Clock clock) {
        this.rulebooks = rulebooks;
        this.editions = editions;
        this.clock = clock;
    }

    /** @throws org.hashwise.rulebook.EditionsBusy when too many others want old editions opened */
    public Replay replay(Receipt receipt, Which rules, Which market) {
        try (ActiveRulebook.Lease lease = rulebooks.lease()) {
            Rulebook today = rulebooks.current();
            ReceiptFields fields = receipt.fields();
            LocalDate day = market == Which.TODAY ? LocalDate.now(clock) : fields.asOf();
            MarketSnapshot snapshot =
                    market == Which.TODAY ? Evaluation.market(today, day, fields.language()) : fields.market();
            RecordedInputs recorded = new RecordedInputs(
                    fields.answers(), snapshot, day, today.questionnaire().renames());
            if (rules == Which.TODAY) {
                return replay(fields, recorded, today);
            }
            try (EditionRepository.EditionLease edition = editions.open(fields.rulebook())) {
                Rulebook then = edition.rulebook();
                return then == null ? notAtHand(fields, recorded) : replay(fields, recorded, then);
            }
        }
    }

    private static Replay replay(ReceiptFields fields, RecordedInputs recorded, Rulebook rulebook) {
        RecordedInputs.MigratedInputs fitted = recorded.by(rulebook);
        VerdictSummary then = verdict(fields);
        VerdictSummary now = VerdictSummary.of(fitted.evaluation().verdict());
        return new Replay(
                fields.assessment(),
                fields.version(),
                fields.company(),
                recorded.asOf(),
                then,
                now,
                !now.equals(then),
                rulebook.edition(),
                recorded.market().asOf(),
                fitted.renamed(),
                fitted.dropped());
    }

    private static Replay notAtHand(ReceiptFields fields, RecordedInputs recorded) {
        return new Replay(
                fields.assessment(),
                fields.version(),
                fields.company(),
                recorded.asOf(),
                verdict(fields),
                null,
                false,
                fields.rulebook(),
                recorded.market().asOf(),
                List.of(),
                List.of());
    }

    /** @param receipts gives each of them to a visitor, and need not hold them all */
    public Summary replayAll(Consumer<Consumer<Receipt>> receipts, Which rules, Which market) {
        AtomicInteger seen = new AtomicInteger();
        List<Replay> changed = new ArrayList<>();
        List<Replay> notAtHand = new ArrayList<>();
        try (ActiveRulebook.Lease lease = rulebooks.lease()) {
            receipts.accept(receipt -> {
                Cancellation.check();
                seen.incrementAndGet();
                Replay replay = replay(receipt, rules, market);
                if (replay.now() == null) {
                    notAtHand.add(replay);
                } else if (replay.changed()) {
                    changed.add(replay);
                }
            });
        }
        return new Summary(seen.get(), changed, notAtHand);
    }
}
