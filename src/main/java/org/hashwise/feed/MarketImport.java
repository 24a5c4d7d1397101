package org.hashwise.feed;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hashwise.feed.FeedProblem.Code;
import org.hashwise.market.MarketHistory;
import org.hashwise.market.MarketSnapshot;
import org.hashwise.market.Outlier;
import org.hashwise.questionnaire.NumberNotation;
import org.hashwise.questionnaire.Questionnaire;

/**
 * Import of market values into the market folder of a rules folder. Values that are out of line with the snapshot before
 * become a proposal, which a person confirms or rejects. When any value of the files cannot be taken, nothing is written.
 */
public final class MarketImport {

    private final SnapshotFolder folder;
    private final Questionnaire questionnaire;
    private final MarketHistory history;
    private final LocalDate today;

    /**
     * @param rules the rules folder
     * @param history the snapshots that are in it
     * @param today in UTC
     */
    public MarketImport(Path rules, Questionnaire questionnaire, MarketHistory history, LocalDate today) {
        this.folder = new SnapshotFolder(rules);
        this.questionnaire = questionnaire;
        this.history = history;
        this.today = today;
    }

    /**
     * The outcome for the values of one day.
     *
     * @param file the snapshot or the proposal
     * @param outliers why it is a proposal
     */
    public record Entry(
            MarketSnapshot snapshot, DayResult outcome, Path file, List<Outlier> outliers, List<Remark> remarks) {
        public Entry {
            outliers = List.copyOf(outliers);
            remarks = List.copyOf(remarks);
        }
    }

    /** The outcome for a day. */
    public enum DayResult {
        ADDED,
        PROPOSED,
        /** The folder has these values already. */
        PRESENT
    }

    /**
     * Imports files, of which one may have the price and another the difficulty.
     *
     * @param source for values of which the files name none; may be empty
     * @return one entry for each day, oldest first; none when the files have nothing newer
     * @throws FeedRefused when any value cannot be taken
     * @throws UncheckedIOException when the folder cannot be written
     */
    public List<Entry> run(List<Path> files, String source) {
        return take(MarketFiles.read(files), source);
    }

    List<Entry> take(MarketTable table, String source) {
        List<ParsedSnapshot> candidates = new SnapshotBuilder(questionnaire, history, today, source).build(table);
        return folder.whileLocked(() -> {
            List<FeedProblem> conflicts = new ArrayList<>();
            candidates.forEach(candidate -> conflict(candidate).ifPresent(conflicts::add));
            if (!conflicts.isEmpty()) {
                throw new FeedRefused(conflicts);
            }
            List<Entry> entries = new ArrayList<>();
            MarketHistory known = history;
            for (ParsedSnapshot candidate : candidates) {
                Entry entry = take(candidate, known);
                entries.add(entry);
                if (entry.outcome() == DayResult.ADDED) {
                    known = known.with(candidate.snapshot());
                }
            }
            return entries;
        });
    }

    private Optional<FeedProblem> conflict(ParsedSnapshot candidate) {
        LocalDate date = candidate.snapshot().asOf();
        return history.on(date)
                .filter(present -> !sameValues(present, candidate.snapshot()))
                .map(present -> FeedProblem.of(Code.OTHER_VALUES, candidate.place(), date));
    }

    private static boolean sameValues(MarketSnapshot one, MarketSnapshot other) {
        return one.indicators().entrySet().stream()
                .allMatch(entry -> other.value(entry.getKey()).orElse(Double.NaN)
                        == entry.getValue().value());
    }

    private Entry take(ParsedSnapshot candidate, MarketHistory known) {
        MarketSnapshot snapshot = candidate.snapshot();
        if (history.on(snapshot.asOf()).isPresent() || folder.hasSnapshot(snapshot.asOf())) {
            return new Entry(
                    snapshot, DayResult.PRESENT, folder.snapshot(snapshot.asOf()), List.of(), candidate.remarks());
        }
        List<Outlier> outliers = outliers(candidate, known);
        if (outliers.isEmpty()) {
            return new Entry(snapshot, DayResult.ADDED, folder.add(snapshot), List.of(), candidate.remarks());
        }
        List<String> comments = new ArrayList<>();
        comments.add(FeedMessages.of("proposal.comment", snapshot.asOf()));
        outliers.forEach(outlier -> comments.add(describe(outlier)));
        return new Entry(
                snapshot, DayResult.PROPOSED, folder.propose(snapshot, comments), outliers, candidate.remarks());
    }

    private static List<Outlier> outliers(ParsedSnapshot candidate, MarketHistory known) {
        List<Outlier> outliers = new ArrayList<>(Outlier.in(candidate.snapshot(), known));
        double subsidy =
                candidate.snapshot().value(MarketSnapshot.BLOCK_SUBSIDY).orElse(candidate.subsidyScheduled());
        if (subsidy != candidate.subsidyScheduled()) {
            outliers.add(new Outlier(
                    MarketSnapshot.BLOCK_SUBSIDY,
                    candidate.subsidyScheduled(),
                    candidate.snapshot().asOf(),
                    subsidy,
                    Outlier.ExceededLimit.NOT_SCHEDULED));
        }
        return outliers;
    }

    /** The sentence that says why a value is out of line. */
    public static String describe(Outlier outlier) {
        return FeedMessages.of(
                "outlier." + (outlier.before() == 0 ? "FROM_ZERO" : outlier.reason()),
                outlier.id(),
                NumberNotation.plain(outlier.before()),
                outlier.since(),
                NumberNotation.plain(outlier.value()),
                100 * outlier.change());
    }

    /** The proposals that wait, by date, each with the values that are out of line with the snapshots in force. */
    public SortedMap<LocalDate, List<Outlier>> proposedOutliers() {
        SortedMap<LocalDate, List<Outlier>> outliers = new TreeMap<>();
        folder.proposals().forEach((date, file) -> outliers.put(date, outliers(proposed(date, file), history)));
        return outliers;
    }

    /** The hashprice of a snapshot, USD per PH/s per day before the pool's fee. */
    public static double hashprice(MarketSnapshot snapshot) {
        return SnapshotBuilder.hashprice(snapshot);
    }

    /**
     * Makes a snapshot of a proposal, which may have been corrected by hand.
     *
     * @return the file of the snapshot; empty when there is no proposal for the day
     * @throws FeedRefused when the proposal has errors, or when the day has a snapshot already
     */
    public Optional<Path> confirm(LocalDate date) {
        return folder.whileLocked(() -> {
            Path file = folder.proposal(date);
            if (!folder.hasProposal(date)) {
                return Optional.empty();
            }
            if (folder.hasSnapshot(date)) {
                throw new FeedRefused(
                        FeedProblem.of(Code.OTHER_VALUES, Place.of(String.valueOf(file.getFileName())), date));
            }
            return Optional.of(folder.add(proposed(date, file).snapshot()));
        });
    }

    private ParsedSnapshot proposed(LocalDate date, Path file) {
        MarketTable table = MarketFiles.read(List.of(file));
        List<ParsedSnapshot> candidates = new SnapshotBuilder(questionnaire, history, today, "").build(table);
        if (candidates.size() != 1 || !candidates.get(0).snapshot().asOf().equals(date)) {
            throw new FeedRefused(
                    FeedProblem.of(Code.NOT_A_DATE, Place.of(String.valueOf(file.getFileName())), date.toString()));
        }
        return candidates.get(0);
    }

    /** Removes a proposal; says whether there was one. */
    public boolean reject(LocalDate date) {
        return folder.whileLocked(() -> folder.removeProposal(date));
    }
}
