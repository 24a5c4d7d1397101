package org.hashwise.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hashwise.feed.MarketImport.DayResult;
import org.hashwise.feed.MarketImport.Entry;
import org.hashwise.fuzz.SpoiledInputs;
import org.hashwise.market.MarketHistory;
import org.hashwise.market.MarketSnapshot;
import org.hashwise.market.MarketSnapshot.Indicator;
import org.hashwise.market.Outlier;
import org.hashwise.questionnaire.Text;
import org.hashwise.rulebook.Rulebook;
import org.hashwise.rulebook.RulebookReader;
import org.hashwise.rulebook.SmallRules;
import org.hashwise.rulebook.model.RulebookFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The newest of 25 monthly snapshots has 60,000 USD and 900 EH/s, a tenth more or less than the one before. */
class MarketImportTests {

    private static final Rulebook RULEBOOK = RulebookReader.interpret(SmallRules.edition(100));
    private static final LocalDate NEWEST = LocalDate.of(2026, 6, 30);
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 15);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 31);
    private static final MarketHistory HISTORY = history();

    @TempDir
    private Path rules;

    @TempDir
    private Path given;

    private static MarketHistory history() {
        List<MarketSnapshot> snapshots = new ArrayList<>();
        for (int month = 0; month <= 24; month++) {
            double price = month % 2 == 0 ? 60_000 : 66_000;
            double hashrate = month % 2 == 0 ? 900 : 930;
            snapshots.add(new MarketSnapshot(
                    NEWEST.minusMonths(month),
                    Map.of(
                            MarketSnapshot.BTC_PRICE, new Indicator(price, "test"),
                            MarketSnapshot.NETWORK_HASHRATE, new Indicator(hashrate, "test"),
                            MarketSnapshot.BLOCK_SUBSIDY, new Indicator(3.125, "test"),
                            MarketSnapshot.TRANSACTION_FEES, new Indicator(0.6, "test of fees"))));
        }
        return new MarketHistory(snapshots);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "own.csv|asOf,btcPriceUsd,difficulty,source\n2026-07-31,61000,126000000000000,desk",
                "ids.csv|asOf;market.btcPriceUsd;market.difficulty;source\r\n2026-07-31;61000.00;1.26E14;desk\r\n",
                "names.csv|\uFEFFdate,price_usd,difficulty,source\n"
                        + "2026-07-31,61000,126000000000000,\"desk, \"\"A\"\"\"",
                "snapshot.json|{\"asOf\":\"2026-07-31\",\"indicators\":{\"market.btcPriceUsd\":{\"value\":61000,"
                        + "\"source\":\"desk\"},\"market.networkHashrateEh\":{\"value\":901.9,\"source\":\"desk\"}}}",
                """
                snapshot.yaml|asOf: 2026-07-31
                indicators:
                  market.btcPriceUsd: { value: 61000, source: desk }
                  market.networkHashrateEh: { value: 901.94, source: { en: desk, fr: bureau } }
                """,
                "rows.json|[{\"date\":\"2026-07-31\",\"btcPriceUsd\":61000,\"difficulty\":\"126000000000000\","
                        + "\"source\":\"desk\"}]",
                "btc.csv|time,PriceUSD,DiffLast,HashRate\n2026-07-31,61000,126000000000000,901000000\n2026-08-01,,,",
                "coinmetrics.json|{\"data\":[{\"asset\":\"btc\",\"time\":\"2026-07-31T00:00:00.000000000Z\","
                        + "\"PriceUSD\":\"61000\",\"DiffMean\":\"126000000000000.0\"},"
                        + "{\"asset\":\"eth\",\"time\":\"2026-07-31\",\"PriceUSD\":\"3000\"}]}",
                "stats.json|{\"timestamp\":1785456000000,\"market_price_usd\":61000.0,\"difficulty\":1.26E14,"
                        + "\"hash_rate\":9.02E11,\"n_blocks_mined\":144}",
                "hashrate.json|{\"hashrates\":[{\"timestamp\":1785456000,\"avgHashrate\":9.01e20}],\"difficulty\":"
                        + "[{\"time\":1785100000,\"height\":1,\"difficulty\":1.26e14,\"adjustment\":1}],"
                        + "\"currentHashrate\":9e20}|prices.json|{\"time\":1785499200,\"USD\":61000,\"EUR\":55000}",
                "market-price.csv|2026-07-31 00:00:00,61000.0|difficulty.csv|2026-07-31 00:00:00,1.26E14",
                "market-price.json|{\"status\":\"ok\",\"name\":\"Market Price"
                        + " (USD)\",\"unit\":\"USD\",\"values\":[{\"x\":1785456000,\"y\":61000.0}]}|difficulty.csv|Timestamp,difficulty\n"
                        + "2026-07-31 00:00:00,1.26E14"
            })
    void eachDocumentedFormatGivesTheSnapshot(String files) throws IOException {
        List<Entry> entries = run(files);

        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.outcome()).isEqualTo(DayResult.ADDED);
            assertThat(entry.snapshot().asOf()).isEqualTo(JULY);
            assertThat(entry.snapshot().value(MarketSnapshot.BTC_PRICE)).hasValue(61_000);
            assertThat(entry.snapshot().value(MarketSnapshot.NETWORK_HASHRATE)).hasValue(901.9);
            assertThat(entry.snapshot().value(MarketSnapshot.BLOCK_SUBSIDY)).hasValue(3.125);
        });
        assertThat(snapshots()).containsExactly("2026-07-31.yaml");
    }

    @Test
    void whatIsWrittenIsReadByTheRulebook() throws IOException {
        SmallRules.write(SmallRules.edition(100), rules);
        run("own.csv|asOf,btcPriceUsd,difficulty,source\n2026-07-31,61000,126000000000000,"
                + "\"a \\ b: \"\"c\"\" \u202Ed\u200B # é – e\"");

        try (Rulebook changed = RulebookReader.interpret(RulebookFiles.in(rules))) {
            MarketSnapshot july = changed.markets().on(JULY).orElseThrow();
            assertThat(july.value(MarketSnapshot.NETWORK_HASHRATE)).hasValue(901.9);
            assertThat(july.indicators().get(MarketSnapshot.BTC_PRICE).source().en())
                    .isEqualTo("a \\ b: \"c\"  d  # é – e");
            Text computed =
                    july.indicators().get(MarketSnapshot.NETWORK_HASHRATE).source();
            assertThat(computed.en()).contains("difficulty 126000000000000");
            assertThat(computed.fr()).contains("la difficulté 126000000000000");
        }
    }

    @Test
    void theHashrateOfTheDifficultyIsPreferredToAStatedOne() throws IOException {
        Entry entry = run("own.csv|asOf,btcPriceUsd,networkHashrateEh,difficulty,source\n"
                        + "2026-07-31,61000,1400,126000000000000,desk")
                .get(0);

        assertThat(entry.snapshot().value(MarketSnapshot.NETWORK_HASHRATE)).hasValue(901.9);
        assertThat(entry.remarks()).extracting(Remark::code).contains(Remark.RemarkCode.HASHRATE_DIFFERS);
    }

    @ParameterizedTest
    @CsvSource({"31, false", "31.6, false", "29.5, true", "32.6, true"})
    void aStatedHashpriceAgreesWithTheComputedOneWithinThreePercent(double stated, boolean warned) throws IOException {
        Entry entry = run("own.csv|asOf,btcPriceUsd,difficulty,transactionFeePercent,hashpriceUsdPerPhDay,source\n"
                        + "2026-07-31,62000,126000000000000,0.75," + stated + ",desk")
                .get(0);

        assertThat(MarketImport.hashprice(entry.snapshot())).isCloseTo(31.17, within(0.01));
        assertThat(entry.outcome()).isEqualTo(DayResult.ADDED);
        assertThat(entry.remarks().stream()
                        .anyMatch(remark -> remark.code() == Remark.RemarkCode.HASHPRICE_DIFFERS && remark.isWarning()))
                .isEqualTo(warned);
    }

    @ParameterizedTest
    @CsvSource({
        "75001, 900, market.btcPriceUsd, LARGE_CHANGE",
        "44999, 900, market.btcPriceUsd, LARGE_CHANGE",
        "60000, 90000, market.networkHashrateEh, LARGE_CHANGE",
        "60000, 670, market.networkHashrateEh, LARGE_CHANGE"
    })
    void aValueThatMovedByMoreThanAQuarterIsAProposal(
            double price, double hashrate, String id, Outlier.ExceededLimit reason) throws IOException {
        Entry entry = run("own.csv|asOf,btcPriceUsd,networkHashrateEh,source\n2026-07-31," + price + "," + hashrate
                        + ",desk")
                .get(0);

        assertThat(entry.outcome()).isEqualTo(DayResult.PROPOSED);
        assertThat(entry.outliers()).singleElement().satisfies(outlier -> {
            assertThat(outlier.id()).isEqualTo(id);
            assertThat(outlier.reason()).isEqualTo(reason);
            assertThat(outlier.since()).isEqualTo(NEWEST);
        });
        assertThat(snapshots()).containsExactly("2026-07-31.proposal");
    }

    @Test
    void aChangeFromNothingIsToldWithoutAPercentage() {
        assertThat(MarketImport.describe(
                        new Outlier("market.btcPriceUsd", 0, NEWEST, 60_000, Outlier.ExceededLimit.LARGE_CHANGE)))
                .contains("goes from 0 on " + NEWEST, "to 60000", "has no percentage")
                .doesNotContain("∞", "%");
    }

    @ParameterizedTest
    @CsvSource({"2026-07-01, 74000, PROPOSED", "2026-08-30, 74000, ADDED", "2026-07-01, 65000, ADDED"})
    void aValueThatMovedBySixStandardDeviationsOfItsTimeIsAProposal(LocalDate date, double price, DayResult outcome)
            throws IOException {
        Entry entry = run("own.csv|asOf,btcPriceUsd,networkHashrateEh,source\n" + date + "," + price + ",900,desk")
                .get(0);

        assertThat(entry.outcome()).isEqualTo(outcome);
        assertThat(entry.outliers())
                .extracting(Outlier::reason)
                .isEqualTo(outcome == DayResult.ADDED ? List.of() : List.of(Outlier.ExceededLimit.SIX_SIGMA));
    }

    @Test
    void aProposalIsNoPartOfTheRulebookUntilItIsConfirmed() throws IOException {
        SmallRules.write(SmallRules.edition(100), rules);
        String before = RulebookFiles.in(rules).fingerprint();
        run("own.csv|asOf,btcPriceUsd,difficulty,source\n2026-07-31,80000,126000000000000,desk");

        assertThat(RulebookFiles.in(rules).fingerprint()).isEqualTo(before);
        assertThat(market().proposedOutliers()).containsOnlyKeys(JULY);

        assertThat(market().confirm(JULY)).contains(rules.resolve("market/2026-07-31.yaml"));
        assertThat(market().proposedOutliers()).isEmpty();
        assertThat(market().confirm(JULY)).isEmpty();
        try (Rulebook changed = RulebookReader.interpret(RulebookFiles.in(rules))) {
            assertThat(changed.markets().on(JULY).orElseThrow().value(MarketSnapshot.BTC_PRICE))
                    .hasValue(80_000);
        }
    }

    @Test
    void aProposalThatIsRejectedIsGone() throws IOException {
        run("own.csv|asOf,btcPriceUsd,difficulty,source\n2026-07-31,80000,126000000000000,desk");

        assertThat(market().reject(JULY)).isTrue();
        assertThat(market().reject(JULY)).isFalse();
        assertThat(snapshots()).isEmpty();
    }

    @Test
    void anotherSubsidyThanThatOfTheScheduleIsAProposal() throws IOException {
        Entry entry = run("own.csv|asOf,btcPriceUsd,difficulty,blockSubsidyBtc,source\n"
                        + "2026-07-31,60000,126000000000000,1.5625,desk")
                .get(0);

        assertThat(entry.outliers()).extracting(Outlier::reason).containsExactly(Outlier.ExceededLimit.NOT_SCHEDULED);
    }

    @Test
    void feesAreComputedFromFeesAndNewCoinsOrCarriedForward() throws IOException {
        List<Entry> entries = run("""
            btc.csv|time,PriceUSD,DiffMean,FeeTotNtv,IssTotNtv
            2026-07-31,61000,126000000000000,3.6,450
            2026-08-31,61000,126000000000000,,
            """);

        assertThat(entries)
                .extracting(entry ->
                        entry.snapshot().value(MarketSnapshot.TRANSACTION_FEES).orElseThrow())
                .containsExactly(0.8, 0.6);
        assertThat(entries.get(1)
                        .snapshot()
                        .indicators()
                        .get(MarketSnapshot.TRANSACTION_FEES)
                        .source())
                .isEqualTo(new Text(
                        "Carried forward from 2026-06-30: test of fees", "Repris du 2026-06-30 : test of fees"));
    }

    @Test
    void ofASeriesTheLastDayOfEachMonthAfterTheNewestSnapshotIsTaken() throws IOException {
        StringBuilder series = new StringBuilder("btc.csv|time,PriceUSD,DiffLast\n");
        for (LocalDate day = NEWEST.minusDays(40); !day.isAfter(LocalDate.of(2026, 9, 10)); day = day.plusDays(1)) {
            series.append(day).append(",61000,126000000000000\n");
        }
        run(series.toString());

        assertThat(snapshots()).containsExactly("2026-07-31.yaml", "2026-08-31.yaml", "2026-09-10.yaml");
        assertThat(new MarketImport(rules, RULEBOOK.questionnaire(), HISTORY.with(snapshot()), TODAY)
                        .run(List.of(write("old.csv", "time,PriceUSD,DiffLast\n2026-06-01,1,1")), ""))
                .isEmpty();
    }

    private static MarketSnapshot snapshot() {
        return new MarketSnapshot(TODAY, HISTORY.newest().orElseThrow().indicators());
    }

    @Test
    void mistakesAreToldWithRowAndColumnAndNothingIsWritten() throws IOException {
        List<String> problems = problems("""
            own.csv|asOf,btcPriceUsd,networkHashrateEh,source
            2026-07-01,60000,900,desk
            2026-07-31,"61,000",900,desk
            31/07/2026,61000,900,desk
            2026-08-01,61000,,desk
            2026-08-02,61000,-900,desk
            2026-10-02,61000,900,desk
            2026-08-03,61000,900,
            2026-07-01,61000,900,desk
            2026-08-04,NaN,900,desk\
            """);

        assertThat(problems)
                .containsExactlyInAnyOrder(
                        "own.csv, row 3, column btcPriceUsd: `61,000` is not a number such as 80109.5",
                        "own.csv, row 4, column asOf: `31/07/2026` is not a date such as 2026-10-31",
                        "own.csv, row 5: the value market.networkHashrateEh is missing for 2026-08-01",
                        "own.csv, row 6, column networkHashrateEh: -900 is outside the range 1 to 100000 EH/s",
                        "own.csv, row 7: 2026-10-02 is in the future",
                        "own.csv, row 8: a source is missing: add a column source, or name one with --source=",
                        "own.csv, row 9, column asOf: 2026-07-01 is here a second time",
                        "own.csv, row 10, column btcPriceUsd: `NaN` is not a number such as 80109.5");
        assertThat(snapshots()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a.csv|asOf,bitcoinPriceUsd,difficulty,source|a.csv, row 1, column bitcoinPriceUsd: there is no column",
                "b.csv|btcPriceUsd,difficulty,source|b.csv, row 1: no column has the date",
                "c.csv|asOf,source|c.csv, row 1: no column has market values",
                "d.csv|2026-07-31 00:00:00,1|d.csv, row 1: nothing here tells what the values are",
                "e.json|{\"asOf\": \"2026-07-31\",|e.json, row 1: this cannot be read",
                "f.json|[1, 2]|f.json, row [0]: this cannot be read",
                "g.json|{\"asOf\":\"2026-07-31\",\"indicators\":{\"market.btcPriceUsd\":{}}}|"
                        + "g.json, market.btcPriceUsd: `` is not a number",
                "h.json|{\"time\":1785456000,\"USD\":-1}|h.json: the value market.networkHashrateEh is missing",
                "i.json|{\"name\":\"Mempool Size\",\"values\":[]}|i.json: nothing here tells",
                "j.json|{\"data\":[{\"time\":\"2026-07-31\",\"PriceUSD\":\"61000\"}]}|j.json: no day has both a price",
                "l.json|{\"totalReward\":\"450\",\"totalFee\":\"4\"}|l.json: no day has both a price",
                "m.csv|asOf,btcPriceUsd,source|m.csv: no day has both a price",
                "k.csv|~ ~|k.csv, row 1: no column has the date",
                "n.csv|asOf,\"btcPriceUsd|n.csv, row 1: this cannot be read: a quotation mark"
            })
    void aFileThatCannotBeUnderstoodIsRefusedWithTheReason(String name, String content, String told)
            throws IOException {
        assertThat(problems(name + "|" + content)).anyMatch(problem -> problem.startsWith(told));
        assertThat(snapshots()).isEmpty();
    }

    @Test
    void rowsAreNumberedAsInTheFileAndTextInQuotationMarksMayHaveTheSeparator() throws IOException {
        String headers = "own.csv|asOf; btcPriceUsd; networkHashrateEh; source\n\n";

        assertThat(run(headers + "2026-07-31; 61000; 900; \"desk; second floor\"")
                        .get(0)
                        .snapshot()
                        .indicators()
                        .get(MarketSnapshot.BTC_PRICE)
                        .source()
                        .en())
                .isEqualTo("desk; second floor");
        assertThat(problems(headers + ";;;\n2026-08-01; 61,0; 900; desk\n2026-08-02; 61000; 900; desk; more"))
                .containsExactlyInAnyOrder(
                        "own.csv, row 4, column btcPriceUsd: `61,0` is not a number such as 80109.5",
                        "own.csv, row 5: this cannot be read: this row has more than 4 cells");
    }

    @Test
    void aTableInUtf16IsReadAndOneWithNulCharactersIsRefused() throws IOException {
        String table = "\uFEFFasOf\tbtcPriceUsd\tdifficulty\tsource\n2026-07-31\t61000\t126000000000000\tthé\n";
        Path file = Files.write(given.resolve("own.txt"), table.getBytes(StandardCharsets.UTF_16LE));

        assertThat(market().run(List.of(file), ""))
                .singleElement()
                .satisfies(entry -> assertThat(entry.snapshot().value(MarketSnapshot.BTC_PRICE))
                        .hasValue(61_000));
        assertThat(problems("own.csv|asOf,btcPriceUsd\n2026-07-31,61\0000\n"))
                .singleElement()
                .asString()
                .contains("row 2", "NUL");
    }

    @ParameterizedTest
    @ValueSource(ints = {50_000, 50_001})
    void aSeriesWithTooManyRowsIsRefusedAndNotCut(int rows) {
        String json = IntStream.range(0, rows)
                .mapToObj(row -> "{\"x\":1785456000,\"y\":61000}")
                .collect(Collectors.joining(",", "{\"name\":\"Market Price (USD)\",\"values\":[", "]}"));
        String csv = "2026-07-31,61000\n".repeat(rows);
        String reason =
                rows > 50_000 ? "this cannot be read: there are more than 50000 rows" : "no day has both a price";

        assertThat(problems("series.json|" + json)).singleElement().asString().contains(reason);
        assertThat(problems("market-price.csv|" + csv))
                .singleElement()
                .asString()
                .contains(reason);
    }

    /** A spoiled file is refused with its place, or read for what it still says; it never breaks the import. */
    @Test
    void spoiledFilesAreRefusedWithReasons() {
        List<String> good = List.of(
                "asOf,btcPriceUsd,difficulty,source\n2026-07-31,61000,126000000000000,desk\n",
                "time,PriceUSD,DiffLast,FeeTotNtv,IssTotNtv\n2026-07-31,61000,126000000000000,3.6,450\n",
                "{\"asOf\":\"2026-07-31\",\"indicators\":{\"market.btcPriceUsd\":{\"value\":61000,\"source\":\"desk\"}}}",
                "{\"name\":\"Market Price (USD)\",\"values\":[{\"x\":1785456000,\"y\":61000.0}]}",
                "{\"hashrates\":[{\"timestamp\":1785456000,\"avgHashrate\":9e20}],\"difficulty\":[{\"time\":1785456000,"
                        + "\"difficulty\":1.26e14}],\"currentDifficulty\":1.26e14}",
                "{\"totalReward\":\"45360000000\",\"totalFee\":\"360000000\"}");
        for (String name : List.of("spoiled.csv", "spoiled.yaml")) {
            SpoiledInputs.allHold(
                    good.stream()
                            .map(text -> text.getBytes(StandardCharsets.UTF_8))
                            .toList(),
                    500,
                    input -> {
                        MarketTable table = new MarketTable();
                        MarketFiles.read(name, input, table);
                        try {
                            new SnapshotBuilder(RULEBOOK.questionnaire(), HISTORY, TODAY, "desk").build(table);
                        } catch (FeedRefused refused) {
                            assertThat(refused.problems())
                                    .isNotEmpty()
                                    .allSatisfy(problem ->
                                            assertThat(problem.toString()).startsWith(name));
                        }
                    });
        }
    }

    @Test
    void aSnapshotIsNeverChanged() throws IOException {
        String values =
                "own.csv|asOf,btcPriceUsd,networkHashrateEh,transactionFeePercent,source\n2026-06-30,60000,900,";

        assertThat(run(values + "0.6,desk")).extracting(Entry::outcome).containsExactly(DayResult.PRESENT);
        assertThat(problems(values + "0.7,desk"))
                .containsExactly(
                        "own.csv, row 2: there is a snapshot of 2026-06-30 with other values; a snapshot is not"
                                + " changed");
        assertThat(snapshots()).isEmpty();
    }

    @Test
    void importsAtTheSameTimeDoNotDisturbEachOther() {
        List<CompletableFuture<List<Entry>>> imports = IntStream.rangeClosed(1, 12)
                .mapToObj(day -> CompletableFuture.supplyAsync(() -> market().run(
                                List.of(write(
                                        day + ".csv",
                                        "asOf,btcPriceUsd,networkHashrateEh,source\n2026-08-%02d,61000,900,desk"
                                                .formatted(day))),
                                "")))
                .toList();

        assertThat(imports)
                .allSatisfy(each -> assertThat(each.join())
                        .singleElement()
                        .satisfies(entry -> assertThat(entry.outcome()).isEqualTo(DayResult.ADDED)));
        assertThat(snapshots()).hasSize(12).allMatch(name -> name.endsWith(".yaml"));
    }

    private MarketImport market() {
        return new MarketImport(rules, RULEBOOK.questionnaire(), HISTORY, TODAY);
    }

    /** @param files name and content, one after the other */
    private List<Entry> run(String files) throws IOException {
        String[] parts = files.split("[|]", -1);
        List<Path> paths = new ArrayList<>();
        for (int i = 0; i + 1 < parts.length; i += 2) {
            paths.add(write(parts[i], parts[i + 1]));
        }
        return market().run(paths, "");
    }

    private List<String> problems(String files) {
        FeedRefused refused = catchThrowableOfType(FeedRefused.class, () -> run(files));
        return refused.problems().stream().map(FeedProblem::toString).toList();
    }

    private Path write(String name, String content) {
        try {
            return Files.writeString(given.resolve(name), content);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    /** The files in the market folder, but for locks and what was there before. */
    private List<String> snapshots() {
        if (!Files.isDirectory(rules.resolve("market"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(rules.resolve("market"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".lock"))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
