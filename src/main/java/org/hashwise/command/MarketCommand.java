package org.hashwise.command;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hashwise.feed.FeedRefused;
import org.hashwise.feed.MarketImport;
import org.hashwise.feed.MarketImport.DayResult;
import org.hashwise.feed.MarketImport.Entry;
import org.hashwise.feed.Remark;
import org.hashwise.market.MarketHistory;
import org.hashwise.market.MarketSnapshot;
import org.hashwise.market.Volatility;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.MessageBundle;
import org.hashwise.questionnaire.Question;
import org.hashwise.rulebook.Rulebook;
import org.hashwise.rulebook.RulebookReader;
import org.hashwise.rulebook.RulesLocation;
import org.hashwise.rulebook.model.RulebookRejected;

/**
 * {@code market import <file>… [--source=<text>]}, {@code market show [date]}, {@code market confirm <date>} and
 * {@code market reject <date>}: the market snapshots of the rules folder that the program itself would use.
 */
final class MarketCommand extends ParsedCommand<MarketArguments> {

    private static final MessageBundle MESSAGES = MessageBundle.of("org.hashwise.command.market");
    private static final int DONE = 0;
    private static final int OBJECTION = 1;

    private final Clock clock;

    /** @param clock for the age of the values, and for dates in the future */
    MarketCommand(Clock clock) {
        super("market", MarketArguments::new);
        this.clock = clock;
    }

    @Override
    String usage() {
        return MESSAGES.plain("usage");
    }

    @Override
    int run(MarketArguments arguments, PrintStream out) {
        String configured = ProgramSettings.with(arguments.settings).getProperty("hashwise.rules", "");
        RulesLocation location = RulesLocation.of(configured);
        try (Rulebook rulebook = RulebookReader.interpret(location.files())) {
            Optional<MarketImport> folder = location.folder().map(rules -> importInto(rules, rulebook));
            if (arguments.action == MarketArguments.MarketAction.SHOW) {
                return show(arguments, location, rulebook, folder, out);
            }
            if (folder.isEmpty()) {
                say(out, "packaged");
                return OBJECTION;
            }
            return switch (arguments.action) {
                case IMPORT -> importFiles(arguments, folder.get(), out);
                case CONFIRM -> confirm(arguments.date(), folder.get(), out);
                default -> reject(arguments.date(), folder.get(), out);
            };
        } catch (RulebookRejected rejected) {
            say(out, "rejected");
            rejected.problems().forEach(out::println);
        } catch (FeedRefused refused) {
            refused.problems().forEach(out::println);
            say(out, "nothing");
        } catch (UncheckedIOException failure) {
            say(out, "failed", String.valueOf(failure.getCause()));
        }
        return OBJECTION;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private MarketImport importInto(Path rules, Rulebook rulebook) {
        return new MarketImport(rules, rulebook.questionnaire(), rulebook.markets(), today());
    }

    private static int importFiles(MarketArguments arguments, MarketImport folder, PrintStream out) {
        List<Path> files = arguments.operands.stream().map(Path::of).toList();
        List<Path> missing =
                files.stream().filter(file -> !Files.isRegularFile(file)).toList();
        if (!missing.isEmpty()) {
            missing.forEach(file -> say(out, "no-file", file));
            return MISUSED;
        }
        List<Entry> entries = folder.run(files, arguments.source);
        entries.forEach(entry -> print(entry, out));
        if (entries.isEmpty()) {
            say(out, "import.none");
        }
        return entries.stream().anyMatch(entry -> entry.outcome() == DayResult.PROPOSED) ? OBJECTION : DONE;
    }

    private static void print(Entry entry, PrintStream out) {
        LocalDate date = entry.snapshot().asOf();
        say(out, "import." + entry.outcome(), date, entry.file());
        entry.outliers().forEach(outlier -> out.println("  " + MarketImport.describe(outlier)));
        for (Remark remark : entry.remarks()) {
            out.println("  " + MESSAGES.text(remark.isWarning() ? "warning" : "note", remark.toString()));
        }
        if (entry.outcome() == DayResult.PROPOSED) {
            say(out, "import.confirm", date);
        }
    }

    private static int confirm(LocalDate date, MarketImport folder, PrintStream out) {
        Optional<Path> snapshot = folder.confirm(date);
        snapshot.ifPresentOrElse(file -> say(out, "confirmed", date, file), () -> say(out, "no-proposal", date));
        return snapshot.isPresent() ? DONE : OBJECTION;
    }

    private static int reject(LocalDate date, MarketImport folder, PrintStream out) {
        boolean removed = folder.reject(date);
        say(out, removed ? "removed" : "no-proposal", date);
        return removed ? DONE : OBJECTION;
    }

    private int show(
            MarketArguments arguments,
            RulesLocation location,
            Rulebook rulebook,
            Optional<MarketImport> folder,
            PrintStream out) {
        LocalDate day = arguments.operands.isEmpty() ? today() : arguments.date();
        MarketHistory history = rulebook.markets();
        Optional<MarketSnapshot> snapshot = history.asOf(day);
        if (snapshot.isEmpty()) {
            say(out, "show.none", day, history.nearest(day).asOf());
            return OBJECTION;
        }
        show(snapshot.get(), day, rulebook, out);
        say(
                out,
                location.folder().isPresent() ? "show.folder" : "show.packaged",
                location.shown(),
                history.snapshots().size());
        folder.ifPresent(each -> each.proposedOutliers().forEach((date, outliers) -> {
            say(out, "show.proposal", date);
            outliers.forEach(outlier -> out.println("  " + MarketImport.describe(outlier)));
        }));
        return DONE;
    }

    private static void show(MarketSnapshot snapshot, LocalDate day, Rulebook rulebook, PrintStream out) {
        long age = ChronoUnit.DAYS.between(snapshot.asOf(), day);
        say(out, "show.head", snapshot.asOf(), age);
        snapshot.indicators().forEach((id, indicator) -> {
            Optional<Question> question = rulebook.questionnaire().question(id);
            say(
                    out,
                    "show.value",
                    question.map(each -> each.label().in(Language.EN)).orElse(id),
                    indicator.value(),
                    question.map(Question::unit).orElse(""),
                    indicator.source().in(Language.EN));
        });
        say(out, "show.hashprice", MarketImport.hashprice(snapshot));
        String moves = Stream.of(MarketSnapshot.BTC_PRICE, MarketSnapshot.NETWORK_HASHRATE)
                .flatMap(id -> move(id, snapshot, age, rulebook).stream())
                .collect(Collectors.joining(MESSAGES.text("show.move.next")));
        if (age > 0 && !moves.isEmpty()) {
            say(out, "show.move", moves);
        }
    }

    private static Optional<String> move(String id, MarketSnapshot snapshot, long age, Rulebook rulebook) {
        return Volatility.of(rulebook.markets().until(snapshot.asOf()), id).map(volatility -> {
            Volatility.Move move = volatility.typicalMove((double) age);
            String label = rulebook.questionnaire()
                    .question(id)
                    .map(question -> question.label().in(Language.EN))
                    .orElse(id);
            return MESSAGES.text("show.move.of", label, 100 * move.low(), 100 * move.high());
        });
    }

    private static void say(PrintStream out, String key, Object... arguments) {
        out.println(MESSAGES.text(key, arguments));
    }
}
