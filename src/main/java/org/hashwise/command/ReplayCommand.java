package org.hashwise.command;

import static org.hashwise.command.StoreMessages.say;

import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import org.hashwise.advice.VerdictSummary;
import org.hashwise.assessment.Assessments;
import org.hashwise.assessment.Editions;
import org.hashwise.assessment.Store;
import org.hashwise.assessment.StoreMisnamed;
import org.hashwise.assessment.StoreSettings;
import org.hashwise.assessment.StoreUnavailable;
import org.hashwise.consultation.EditionRepository;
import org.hashwise.consultation.EditionSource;
import org.hashwise.consultation.NoMarketYet;
import org.hashwise.consultation.Replays;
import org.hashwise.consultation.Replays.Replay;
import org.hashwise.consultation.Replays.Which;
import org.hashwise.rulebook.ActiveRulebook;
import org.hashwise.rulebook.RulebookCache;
import org.hashwise.rulebook.model.RulebookRejected;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * {@code replay [--rules today|then] [--market today|then]}: which stored assessments would get another recommendation.
 * For operators with access to the store; over the network callers see only their own assessments.
 */
final class ReplayCommand extends ParsedCommand<ReplayArguments> {

    private static final int DONE = 0;
    private static final int REFUSED = 1;

    /** The number of past editions that stay open; their memory is all that bounds them here. */
    private static final int OPEN_EDITIONS = 4;

    private final Clock clock;

    ReplayCommand(Clock clock) {
        super("replay", ReplayArguments::new);
        this.clock = clock;
    }

    @Override
    String usage() {
        return say("replay.usage");
    }

    @Override
    int run(ReplayArguments arguments, PrintStream out) {
        Environment settings = ProgramSettings.with(arguments.settings);
        StoreSettings place = StoreSettings.of(settings);
        if (!place.isServer() && !Files.exists(place.file())) {
            out.println(say("replay.no-store", place.folder()));
            return REFUSED;
        }
        try (Store store = new Store(place)) {
            String folder = settings.getProperty("hashwise.rules", "");
            print(
                    replayed(store, ActiveRulebook.at(folder, clock), arguments.rules, arguments.market),
                    arguments.rules,
                    arguments.market,
                    out);
            return DONE;
        } catch (StoreUnavailable refused) {
            out.println(say("store." + refused.reason()));
        } catch (StoreMisnamed misnamed) {
            out.println(misnamed.getMessage());
        } catch (RulebookRejected rejected) {
            out.println(say("replay.rejected"));
            rejected.problems().forEach(out::println);
        } catch (NoMarketYet none) {
            out.println(say("replay.no-market", none.asked(), none.first()));
        }
        return REFUSED;
    }

    private Replays.Summary replayed(Store store, ActiveRulebook activeRulebook, Which rules, Which market) {
        Assessments assessments = new Assessments(store, clock);
        Editions editions = new Editions(store, clock);
        List<EditionSource> sources = List.of(EditionSource.archive(editions::edition));
        try (EditionRepository repository =
                new EditionRepository(new RulebookCache(OPEN_EDITIONS, Long.MAX_VALUE), sources)) {
            return new Replays(activeRulebook, repository, clock)
                    .replayAll(visitor -> assessments.eachNewest(null, visitor), rules, market);
        }
    }

    private static void print(Replays.Summary summary, Which rules, Which market, PrintStream out) {
        if (summary.assessments() == 0) {
            out.println(say("replay.none"));
            return;
        }
        out.println(say(
                "replay.summary",
                summary.assessments(),
                summary.changed().size(),
                say("replay.rules." + rules),
                say("replay.market." + market)));
        for (Replay replay : summary.changed()) {
            out.println();
            out.println(say("replay.change", said(replay.then()), said(replay.now())));
            out.println("  " + what(replay));
            replay.renamed()
                    .forEach(renamed -> out.println("  " + say("replay.renamed", renamed.from(), renamed.to())));
            replay.dropped().forEach(id -> out.println("  " + say("replay.dropped", id)));
        }
        if (!summary.notAtHand().isEmpty()) {
            out.println();
            out.println(say("replay.not-at-hand"));
            summary.notAtHand().forEach(replay -> out.println("  " + what(replay)));
        }
    }

    private static String what(Replay replay) {
        String company = replay.company().isBlank() ? say("replay.no-name") : replay.company();
        return say("replay.assessment", company, replay.asOf(), replay.version(), replay.assessment());
    }

    private static String said(@Nullable VerdictSummary decision) {
        if (decision == null) {
            return "";
        }
        return decision.extent() == null ? decision.strategy().name() : decision.strategy() + " " + decision.extent();
    }
}
