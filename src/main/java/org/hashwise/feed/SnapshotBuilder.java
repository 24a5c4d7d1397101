package org.hashwise.feed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hashwise.economics.BlockSubsidy;
import org.hashwise.economics.NetworkFormulas;
import org.hashwise.feed.FeedProblem.Code;
import org.hashwise.market.MarketHistory;
import org.hashwise.market.MarketSnapshot;
import org.hashwise.market.MarketSnapshot.Indicator;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.questionnaire.Text;
import org.jspecify.annotations.Nullable;

/**
 * Builder of market snapshots from the values that files state: the network hashrate is computed from the difficulty, the
 * subsidy follows the schedule of halvings unless it is stated, and fees that are not stated are carried forward.
 */
final class SnapshotBuilder {

    /** A stated and a computed hashprice agree within this part. Definitions of fees and price differ by less. */
    private static final double HASHPRICE_TOLERANCE = 0.03;

    /**
     * Within this part a stated hashrate agrees with that of the difficulty: over a day of 144 blocks chance alone has a
     * standard deviation of 1 / √144 = 8.3 %, so 25 % is three of them.
     */
    private static final double HASHRATE_TOLERANCE = 0.25;

    private static final double LARGEST_DIFFICULTY = 1e18;

    private static final int PRICE_DECIMALS = 2;
    private static final int HASHRATE_DECIMALS = 1;
    private static final int FEE_DECIMALS = 2;
    private static final int SUBSIDY_DECIMALS = 8;

    private final Questionnaire questionnaire;
    private final MarketHistory history;
    private final LocalDate today;
    private final String source;
    private final List<FeedProblem> problems = new ArrayList<>();

    /**
     * @param today in UTC; values of later days are refused
     * @param source for values of which the file names none; may be empty
     */
    SnapshotBuilder(Questionnaire questionnaire, MarketHistory history, LocalDate today, String source) {
        this.questionnaire = questionnaire;
        this.history = history;
        this.today = today;
        this.source = source;
    }

    /**
     * The snapshots, oldest first.
     *
     * @throws FeedRefused when any value cannot be taken, with all problems
     */
    List<ParsedSnapshot> build(MarketTable table) {
        problems.addAll(table.problems());
        List<ParsedSnapshot> candidates = new ArrayList<>();
        wanted(table)
                .forEach((date, readings) ->
                        candidate(date, readings, table.isIncomplete(date)).ifPresent(candidates::add));
        if (problems.isEmpty() && table.byDate().values().stream().noneMatch(SnapshotBuilder::isComplete)) {
            problems.add(FeedProblem.of(Code.NOTHING_COMPLETE, table.first()));
        }
        if (!problems.isEmpty()) {
            throw new FeedRefused(problems);
        }
        return candidates;
    }

    private SortedMap<LocalDate, Map<MarketField, Reading>> wanted(MarketTable table) {
        return table.isSeries() ? monthEnds(table.byDate()) : table.byDate();
    }

    /**
     * Of a series, the last complete day of each month after the newest snapshot, and thereby its newest complete day.
     */
    private SortedMap<LocalDate, Map<MarketField, Reading>> monthEnds(
            SortedMap<LocalDate, Map<MarketField, Reading>> series) {
        LocalDate newest = history.newest().map(MarketSnapshot::asOf).orElse(LocalDate.MIN);
        SortedMap<YearMonth, LocalDate> lastOfMonth = new TreeMap<>();
        series.forEach((day, readings) -> {
            if (isComplete(readings) && day.isAfter(newest)) {
                lastOfMonth.put(YearMonth.from(day), day);
            }
        });
        SortedMap<LocalDate, Map<MarketField, Reading>> wanted = new TreeMap<>();
        lastOfMonth.values().forEach(day -> wanted.put(day, series.get(day)));
        return wanted;
    }

    private static boolean isComplete(Map<MarketField, Reading> readings) {
        return readings.containsKey(MarketField.PRICE)
                && (readings.containsKey(MarketField.DIFFICULTY) || readings.containsKey(MarketField.HASHRATE));
    }

    private Optional<ParsedSnapshot> candidate(LocalDate date, Map<MarketField, Reading> stated, boolean incomplete) {
        Map<MarketField, Reading> readings = new EnumMap<>(MarketField.class);
        readings.putAll(stated);
        Place place = readings.values().iterator().next().place();
        Place row = new Place(place.file(), place.row(), "");
        int before = problems.size();
        if (date.isAfter(today)) {
            problems.add(FeedProblem.of(Code.FUTURE_DATE, row, date));
            return Optional.empty();
        }
        readings.replaceAll((field, reading) -> sourced(reading));
        List<Remark> remarks = new ArrayList<>();
        double scheduled = BlockSubsidy.btcOn(date);
        Map<String, Indicator> indicators = new LinkedHashMap<>();
        put(indicators, MarketField.PRICE, readings.get(MarketField.PRICE), PRICE_DECIMALS);
        put(indicators, MarketField.HASHRATE, hashrate(readings, remarks), HASHRATE_DECIMALS);
        put(indicators, MarketField.SUBSIDY, subsidy(readings, scheduled, row), SUBSIDY_DECIMALS);
        put(indicators, MarketField.FEES, fees(readings, date, row, remarks), FEE_DECIMALS);
        if (!incomplete) {
            MarketField.INDICATORS.stream()
                    .filter(field -> !indicators.containsKey(field.id()))
                    .forEach(field -> problems.add(FeedProblem.of(Code.MISSING_VALUE, row, date, field.id())));
        }
        if (incomplete || problems.size() > before) {
            return Optional.empty();
        }
        MarketSnapshot snapshot = new MarketSnapshot(date, indicators);
        compareHashprice(readings.get(MarketField.HASHPRICE), snapshot, remarks);
        return Optional.of(new ParsedSnapshot(snapshot, row, scheduled, remarks));
    }

    private Reading sourced(Reading reading) {
        Text own = SnapshotText.plain(reading.source());
        Text named = own.en().isEmpty() ? Text.same(SnapshotText.plain(source)) : own;
        if (named.en().isEmpty()) {
            Place row = new Place(reading.place().file(), reading.place().row(), "");
            problems.add(FeedProblem.of(Code.MISSING_SOURCE, row));
        }
        return new Reading(reading.value(), named, reading.place());
    }

    private void put(Map<String, Indicator> indicators, MarketField field, @Nullable Reading reading, int decimals) {
        if (reading == null) {
            return;
        }
        double value = BigDecimal.valueOf(reading.value())
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .doubleValue();
        questionnaire.question(field.id()).ifPresent(question -> {
            if (value < question.min() || value > question.max()) {
                problems.add(FeedProblem.of(
                        Code.OUT_OF_RANGE,
                        reading.place(),
                        reading.value(),
                        question.min(),
                        question.max(),
                        question.unit()));
            }
        });
        indicators.put(field.id(), new Indicator(value, reading.source()));
    }

    /** The hashrate that the difficulty implies at the pace of the protocol; the stated one only without a difficulty. */
    private @Nullable Reading hashrate(Map<MarketField, Reading> readings, List<Remark> remarks) {
        Reading stated = readings.get(MarketField.HASHRATE);
        Reading difficulty = readings.get(MarketField.DIFFICULTY);
        if (difficulty == null) {
            if (stated != null) {
                remarks.add(Remark.of(Remark.RemarkCode.HASHRATE_STATED));
            }
            return stated;
        }
        if (difficulty.value() < 1 || difficulty.value() > LARGEST_DIFFICULTY) {
            problems.add(FeedProblem.of(
                    Code.OUT_OF_RANGE, difficulty.place(), difficulty.value(), 1.0, LARGEST_DIFFICULTY, ""));
            return difficulty;
        }
        double computed = NetworkFormulas.networkHashrateEh(difficulty.value());
        if (stated != null && Math.abs(stated.value() / computed - 1) > HASHRATE_TOLERANCE) {
            remarks.add(Remark.of(Remark.RemarkCode.HASHRATE_DIFFERS, stated.value(), computed));
        }
        Text named = FeedMessages.text("source.computed", difficulty.source(), difficulty.value());
        return new Reading(computed, named, difficulty.place());
    }

    private static Reading subsidy(Map<MarketField, Reading> readings, double scheduled, Place row) {
        Reading stated = readings.get(MarketField.SUBSIDY);
        return stated == null
                ? new Reading(scheduled, FeedMessages.text("source.subsidy", Text.same(""), scheduled), row)
                : stated;
    }

    private @Nullable Reading fees(
            Map<MarketField, Reading> readings, LocalDate date, Place row, List<Remark> remarks) {
        Reading stated = readings.get(MarketField.FEES);
        Reading fees = readings.get(MarketField.FEES_BTC);
        Reading issuance = readings.get(MarketField.ISSUANCE_BTC);
        if (stated != null) {
            return stated;
        }
        if (fees != null && issuance != null && issuance.value() > 0) {
            return new Reading(100 * fees.value() / issuance.value(), fees.source(), fees.place());
        }
        if (history.newest().isEmpty()) {
            return null;
        }
        MarketSnapshot before = history.nearest(date);
        Indicator last = before.indicators().get(MarketField.FEES.id());
        if (last == null) {
            return null;
        }
        remarks.add(Remark.of(Remark.RemarkCode.FEES_CARRIED, last.value(), before.asOf()));
        Text carried = FeedMessages.text("source.carried", last.source(), before.asOf());
        boolean again = last.source().en().startsWith(FeedMessages.of("source.carried.start"));
        return new Reading(last.value(), again ? last.source() : carried, row);
    }

    private static void compareHashprice(@Nullable Reading stated, MarketSnapshot snapshot, List<Remark> remarks) {
        if (stated == null) {
            return;
        }
        double computed = hashprice(snapshot);
        if (Math.abs(stated.value() / computed - 1) > HASHPRICE_TOLERANCE) {
            remarks.add(Remark.of(
                    Remark.RemarkCode.HASHPRICE_DIFFERS,
                    stated.value(),
                    computed,
                    100 * (stated.value() / computed - 1)));
        }
    }

    /** USD per PH/s per day before the pool's fee, of the values of a snapshot. */
    static double hashprice(MarketSnapshot snapshot) {
        double btcPerPhDay = NetworkFormulas.btcPerPhDay(
                snapshot.value(MarketSnapshot.NETWORK_HASHRATE).orElse(0),
                snapshot.value(MarketSnapshot.BLOCK_SUBSIDY).orElse(0),
                snapshot.value(MarketSnapshot.TRANSACTION_FEES).orElse(0));
        return NetworkFormulas.hashprice(
                btcPerPhDay, snapshot.value(MarketSnapshot.BTC_PRICE).orElse(0));
    }
}
