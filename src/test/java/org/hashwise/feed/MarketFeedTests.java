package org.hashwise.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hashwise.rulebook.ActiveRulebook;
import org.hashwise.rulebook.RulebookActivation;
import org.hashwise.rulebook.RulesLocation;
import org.hashwise.rulebook.SmallRules;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.health.contributor.Status;

/** It is 10 December 2025; the rules have one snapshot, of 30 November with 90,381 USD and 1,075.5 EH/s. */
class MarketFeedTests {

    private static final Instant NOON = Instant.parse("2025-12-10T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2025, 12, 10);
    private static final Duration TIMEOUT = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Status STALE_MARKET = new Status("STALE_MARKET");

    private static final ActiveRulebook RULEBOOKS = RulebookActivation.of(SmallRules.edition(100));

    @TempDir
    private Path rules;

    private final AdjustableClock clock = new AdjustableClock();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private MarketServer server;

    private static final class AdjustableClock extends Clock {
        private Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    @BeforeEach
    void start() {
        server = new MarketServer(NOON.getEpochSecond() - 60, 92_000);
    }

    @AfterEach
    void stop() {
        server.close();
        threads.shutdownNow();
    }

    private MarketFeed feed() {
        FeedSettings settings =
                FeedSettings.of(server.uri() + "/", new RulesLocation(Optional.of(rules)), Duration.ofDays(1), TIMEOUT);
        return new MarketFeed(
                settings,
                new MempoolClient(settings.url(), settings.timeout(), threads),
                RULEBOOKS,
                clock,
                new Backoff(() -> 1));
    }

    @Test
    void valuesBecomeASnapshotOfTheDay() throws IOException {
        MarketFeed feed = feed();

        feed.tick();

        assertThat(status(feed)).isEqualTo(Status.UP);
        assertThat(snapshots()).containsExactly("2025-12-10.yaml");
        String text = Files.readString(rules.resolve("market/2025-12-10.yaml"));
        assertThat(text)
                .contains("value: 92000\n", "value: 1066.6\n", "value: 3.125\n", "value: 0.8\n")
                .contains("127.0.0.1:" + server.uri().getPort() + ", /api/v1/prices, 2025-12-10");
        assertThat(server.requests()).containsExactly(MarketServer.PRICES, MarketServer.HASHRATE, MarketServer.REWARDS);
    }

    @Test
    void nothingIsFetchedUntilANewSnapshotIsDue() {
        MarketFeed feed = feed();
        feed.tick();
        int requests = server.requests().size();

        feed.tick();
        pass(Duration.ofHours(11));
        feed.tick();

        assertThat(server.requests()).hasSize(requests);

        pass(Duration.ofHours(2));
        server.price(clock.instant().getEpochSecond(), 93_000);
        feed.tick();
        assertThat(snapshots()).containsExactly("2025-12-10.yaml", "2025-12-11.yaml");
    }

    static Stream<Arguments> misbehaviours() {
        return Stream.of(
                Arguments.of("UNREACHABLE", "no reply", (Misbehaviour) MarketServer::silence),
                Arguments.of("UNREACHABLE", "one byte after the other", (Misbehaviour) MarketServer::drip),
                Arguments.of("UNREACHABLE", "breaks off", (Misbehaviour) server -> MarketServer.breakOff()),
                Arguments.of("TOO_LARGE", "no end", (Misbehaviour) MarketServer::flood),
                Arguments.of("REFUSED_FOR_NOW", "429", status(429, Map.of())),
                Arguments.of(
                        "REFUSED_FOR_NOW", "503", status(503, Map.of("Retry-After", "Wed, 21 Oct 2026 07:28:00 GMT"))),
                Arguments.of("WRONG_STATUS", "404", status(404, Map.of())),
                Arguments.of("WRONG_STATUS", "500", status(500, Map.of())),
                Arguments.of("WRONG_STATUS", "redirect", status(302, Map.of("Location", "/elsewhere"))),
                Arguments.of("MALFORMED", "half of a reply", json("{\"time\":17")),
                Arguments.of("MALFORMED", "a page", json("<html>busy</html>")),
                Arguments.of("MALFORMED", "nothing", json("")),
                Arguments.of("MALFORMED", "a list", json("[]")),
                Arguments.of("MALFORMED", "a text", json("\"ok\"")),
                Arguments.of("MALFORMED", "other values", json("{\"EUR\":1}")),
                Arguments.of("MALFORMED", "a word for a number", json(all("null"))),
                Arguments.of("MALFORMED", "not a number", json(all("\"NaN\""))),
                Arguments.of("MALFORMED", "an object for a number", json(all("{}"))),
                Arguments.of("MALFORMED", "a very long number", json(all("1" + "0".repeat(400)))));
    }

    private static String all(String value) {
        return "{\"time\":" + value + ",\"USD\":" + value + ",\"currentDifficulty\":" + value + ",\"totalReward\":"
                + value + ",\"totalFee\":" + value + "}";
    }

    private interface Misbehaviour {
        MarketServer.Reply of(MarketServer server);
    }

    private static Misbehaviour json(String text) {
        return server -> MarketServer.json(text);
    }

    private static Misbehaviour status(int status, Map<String, String> headers) {
        return server -> MarketServer.status(status, headers);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("misbehaviours")
    void aServerThatMisbehavesLeavesTheLastValuesInForce(String reason, String name, Misbehaviour misbehaviour) {
        for (String path : List.of(MarketServer.PRICES, MarketServer.REWARDS)) {
            MarketFeed feed = feed();
            MarketServer.Reply good = server.reply(path, misbehaviour.of(server));
            Instant start = Instant.ofEpochSecond(0, System.nanoTime());

            feed.tick();

            assertThat(Duration.between(start, Instant.ofEpochSecond(0, System.nanoTime())))
                    .isLessThan(PATIENCE);
            assertThat(feed.problem())
                    .hasValueSatisfying(problem -> assertThat(problem.reason()).isEqualTo(reason));
            assertThat(status(feed)).isEqualTo(STALE_MARKET);
            assertThat(snapshots()).isEmpty();
            assertThat(server.requests()).doesNotContain("/elsewhere");
            assertThat(feed.next()).isEqualTo(clock.instant().plusSeconds(90));
            server.reply(path, good);
        }
    }

    @Test
    void aServerThatIsNotThereIsAskedAgainLater() {
        MarketFeed feed = feed();
        server.close();

        feed.tick();

        assertThat(feed.problem())
                .hasValueSatisfying(problem -> assertThat(problem.reason()).isEqualTo("UNREACHABLE"));
        assertThat(snapshots()).isEmpty();
    }

    @Test
    void afterEachFailureTheNextAttemptWaitsLongerUntilOneSucceeds() {
        MarketFeed feed = feed();
        MarketServer.Reply good = server.reply(MarketServer.PRICES, MarketServer.status(500, Map.of()));

        for (int minutes : List.of(1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360)) {
            feed.tick();
            assertThat(Duration.between(clock.instant(), feed.next()))
                    .isEqualTo(Duration.ofMinutes(minutes).plusSeconds(30L * minutes));
            int requests = server.requests().size();
            pass(Duration.ofSeconds(30));
            feed.tick();
            assertThat(server.requests()).hasSize(requests);
            clock.now = feed.next();
        }
        assertThat(status(feed)).isEqualTo(STALE_MARKET);

        server.reply(MarketServer.PRICES, good);
        server.price(clock.instant().getEpochSecond(), 92_000);
        feed.tick();

        assertThat(status(feed)).isEqualTo(Status.UP);
        assertThat(snapshots()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"30, 90", "7200, 10800", "999999, 129600", "-1, 90", "soon, 90"})
    void theServerMayAskToWaitLongerUpToADay(String asked, long seconds) {
        MarketFeed feed = feed();
        server.reply(MarketServer.PRICES, MarketServer.status(429, Map.of("Retry-After", asked)));

        feed.tick();

        assertThat(feed.next()).isEqualTo(NOON.plusSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(longs = {-86_401, 601, 4_000_000_000L})
    void aPriceOfAnotherTimeIsNotTaken(long seconds) {
        MarketFeed feed = feed();
        server.price(NOON.getEpochSecond() + seconds, 92_000);

        feed.tick();

        assertThat(feed.problem())
                .hasValueSatisfying(problem -> assertThat(problem.reason()).isEqualTo("WRONG_TIME"));
        assertThat(snapshots()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1e9})
    void aPriceOutsideItsRangeIsNotTaken(double price) {
        MarketFeed feed = feed();
        server.price(NOON.getEpochSecond(), price);

        feed.tick();

        assertThat(feed.problem())
                .hasValueSatisfying(problem -> assertThat(problem.reason()).isEqualTo("UNUSABLE"));
        assertThat(snapshots()).isEmpty();
    }

    @Test
    void valuesOutOfLineWaitForAPersonAndAreNotFetchedAgain() {
        MarketFeed feed = feed();
        server.price(NOON.getEpochSecond(), 45_000);

        feed.tick();

        assertThat(snapshots()).containsExactly("2025-12-10.proposal");
        assertThat(status(feed)).isEqualTo(STALE_MARKET);

        int requests = server.requests().size();
        pass(Duration.ofHours(1));
        feed.tick();
        assertThat(server.requests()).hasSize(requests);

        market().confirm(TODAY);
        pass(Duration.ofHours(1));
        feed.tick();
        assertThat(status(feed)).isEqualTo(Status.UP);
        assertThat(server.requests()).hasSize(requests);
    }

    private MarketImport market() {
        return new MarketImport(
                rules, RULEBOOKS.current().questionnaire(), RULEBOOKS.current().markets(), TODAY);
    }

    @Test
    void ofSeveralInstancesOneFetches() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        MarketServer.Reply good = server.reply(MarketServer.PRICES, exchange -> {
            asked.countDown();
            try {
                answer.await(5, TimeUnit.SECONDS);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
            MarketServer.json("{\"time\":" + NOON.getEpochSecond() + ",\"USD\":92000}")
                    .send(exchange);
        });
        assertThat(good).isNotNull();
        MarketFeed one = feed();
        MarketFeed other = feed();

        CompletableFuture<Void> first = CompletableFuture.runAsync(one::tick);
        assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
        other.tick();
        answer.countDown();
        first.join();
        pass(Duration.ofMinutes(1));
        other.tick();

        assertThat(server.requests().stream().filter(MarketServer.PRICES::equals))
                .hasSize(1);
        assertThat(snapshots()).containsExactly("2025-12-10.yaml");
        assertThat(status(one)).isEqualTo(Status.UP);
        assertThat(status(other)).isEqualTo(Status.UP);
    }

    @Test
    void aFolderThatCannotBeWrittenIsAFailureLikeOthers() throws IOException {
        Files.writeString(rules.resolve("market"), "a file in the place of the folder");
        MarketFeed feed = feed();

        feed.tick();

        assertThat(feed.problem())
                .hasValueSatisfying(problem -> assertThat(problem.reason()).isEqualTo("NOT_WRITABLE"));
        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mempool.space",
                "ftp://mempool.space",
                "file:///etc/passwd",
                "https://",
                "https://user:secret@mempool.space",
                "https://mempool.space/?x=1",
                "https://mempool space"
            })
    void anAddressThatIsNoneIsAMistakeOfTheSettings(String url) {
        RulesLocation location = new RulesLocation(Optional.of(rules));

        assertThatExceptionOfType(FeedMisconfigured.class)
                .isThrownBy(() -> FeedSettings.of(url, location, Duration.ofDays(1), TIMEOUT))
                .withMessageContaining("hashwise.market.url")
                .withMessageNotContaining("secret");
    }

    @Test
    void aFeedNeedsARulesFolderAndSensibleTimes() {
        RulesLocation folder = new RulesLocation(Optional.of(rules));

        assertThatExceptionOfType(FeedMisconfigured.class)
                .isThrownBy(() ->
                        FeedSettings.of("https://mempool.space", RulesLocation.packaged(), Duration.ofDays(1), TIMEOUT))
                .withMessageContaining("hashwise.rules");
        assertThatExceptionOfType(FeedMisconfigured.class)
                .isThrownBy(() -> FeedSettings.of("https://mempool.space", folder, Duration.ofHours(1), TIMEOUT));
        assertThatExceptionOfType(FeedMisconfigured.class)
                .isThrownBy(() -> FeedSettings.of("https://mempool.space", folder, Duration.ofDays(1), Duration.ZERO));
    }

    @Test
    void withoutAnAddressNothingIsDone() throws Exception {
        try (FeedConfiguration.FeedSchedule off = new FeedConfiguration()
                .marketFeedSchedule("", Duration.ofDays(1), TIMEOUT, rules.toString(), RULEBOOKS, clock)) {
            off.run();

            assertThat(new FeedConfiguration()
                            .marketHealthIndicator(off)
                            .health()
                            .getStatus())
                    .isEqualTo(Status.UP);
        }
        assertThat(rules).isEmptyDirectory();
    }

    private void pass(Duration time) {
        clock.now = clock.now.plus(time);
    }

    private static Status status(MarketFeed feed) {
        return new FeedIndicator(feed).health().getStatus();
    }

    private List<String> snapshots() {
        Path folder = rules.resolve("market");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".lock"))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
