package org.hashwise.consultation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.hashwise.analysis.Cancellation;
import org.hashwise.assessment.Receipt;
import org.hashwise.assessment.ReceiptFields;
import org.hashwise.market.MarketSnapshot;
import org.hashwise.rulebook.ActiveRulebook;
import org.hashwise.rulebook.Rulebook;
import org.springframework.stereotype.Service;

/** {@link Replays} by the rulebook in force. */
@Service
class RulebookReplays implements Replays {

    private final ActiveRulebook rulebooks;
    private final EditionRepository library;
    private final Clock clock;

    RulebookReplays(ActiveRulebook rulebooks, EditionRepository library, Clock clock) {
        this.rulebooks = rulebooks;
        this.library = library;
        this.clock = clock;
    }

    @Override
    public Replay replay(Receipt receipt, Which rules, Which market) {
        try (ActiveRulebook.Lease hold = rulebooks.hold()) {
            Rulebook today = rulebooks.current();
            ReceiptFields fields = receipt.fields();
            LocalDate day = market == Which.TODAY ? LocalDate.now(clock) : fields.asOf();
            MarketSnapshot snapshot =
                    market == Which.TODAY ? Evaluation.market(today, day, fields.language()) : fields.market();
            RecordedInputs remembered = new RecordedInputs(
                    fields.answers(), snapshot, day, today.questionnaire().renames());
            if (rules == Which.TODAY) {
                return replay(fields, remembered, today);
            }
            try (EditionRepository.EditionLease copy = library.open(fields.rulebook())) {
                Rulebook then = copy.rulebook();
                return then == null ? notAtHand(fields, remembered) : replay(fields, remembered, then);
            }
        }
    }

    private static Replay replay(ReceiptFields fields, RecordedInputs remembered, Rulebook rulebook) {
        RecordedInputs.MigratedInputs fitted = remembered.by(rulebook);
        Decision then = Decision.of(fields);
        Decision now = Decision.of(fitted.evaluation().verdict());
        return new Replay(
                fields.assessment(),
                fields.version(),
                fields.company(),
                remembered.asOf(),
                then,
                now,
                !now.equals(then),
                rulebook.edition(),
                remembered.market().asOf(),
                fitted.renamed(),
                fitted.dropped());
    }

    private static Replay notAtHand(ReceiptFields fields, RecordedInputs remembered) {
        return new Replay(
                fields.assessment(),
                fields.version(),
                fields.company(),
                remembered.asOf(),
                Decision.of(fields),
                null,
                false,
                fields.rulebook(),
                remembered.market().asOf(),
                List.of(),
                List.of());
    }

    @Override
    public Summary replayAll(Consumer<Consumer<Receipt>> receipts, Which rules, Which market) {
        AtomicInteger seen = new AtomicInteger();
        List<Replay> changed = new ArrayList<>();
        List<Replay> notAtHand = new ArrayList<>();
        try (ActiveRulebook.Lease hold = rulebooks.hold()) {
            receipts.accept(receipt -> {
                Cancellation.current().check();
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
