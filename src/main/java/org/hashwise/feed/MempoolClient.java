package org.hashwise.feed;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.hashwise.feed.FetchFailed.FetchFailure;
import org.hashwise.feed.Publisher.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Client of a REST API that is compatible with mempool.space: price, difficulty in force, and the fees of the last 144 blocks.
 * Redirects are not followed, and a reply of more than a megabyte is not read. Thread-safe.
 */
final class MempoolClient {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String PRICES = "/api/v1/prices";
    private static final String HASHRATE = "/api/v1/mining/hashrate/3d";
    private static final String REWARDS = "/api/v1/mining/reward-stats/144";

    /** The largest of the replies has some kilobytes. */
    private static final int LARGEST_REPLY = 1_000_000;

    /** A price that is older is none of today. */
    private static final Duration OLDEST = Duration.ofHours(24);

    /** The clocks of two machines may differ by this. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(10);

    private final RestClient http;
    private final String name;

    /**
     * @param base without path, such as {@code https://mempool.space}
     * @param timeout for the connection, and for each reply as a whole
     * @param executor of the connections
     */
    MempoolClient(URI base, Duration timeout, Executor executor) {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(executor)
                .build();
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(client, executor);
        factory.setReadTimeout(timeout);
        this.http = RestClient.builder()
                .baseUrl(base)
                .requestFactory(factory)
                .defaultHeader(HttpHeaders.USER_AGENT, "Hashwise")
                .build();
        this.name = base.getAuthority();
    }

    /** The values of now, as those of the day of the price. */
    MarketTable fetch(Instant now) throws FetchFailed {
        JsonNode prices = reply(PRICES);
        Instant time = Instant.ofEpochSecond((long) number(PRICES, prices, "time"));
        if (time.isBefore(now.minus(OLDEST)) || time.isAfter(now.plus(CLOCK_SKEW))) {
            throw new FetchFailed(FetchFailure.WRONG_TIME, PRICES + ": " + time);
        }
        LocalDate date = LocalDate.ofInstant(time.isAfter(now) ? now : time, ZoneOffset.UTC);
        MarketTable table = new MarketTable();
        put(table, date, MarketField.PRICE, number(PRICES, prices, "USD"), PRICES);
        put(table, date, MarketField.DIFFICULTY, number(HASHRATE, reply(HASHRATE), "currentDifficulty"), HASHRATE);
        JsonNode rewards = reply(REWARDS);
        double fees = number(REWARDS, rewards, "totalFee");
        double issuance = number(REWARDS, rewards, "totalReward") - fees;
        put(table, date, MarketField.FEES_BTC, fees * Units.SATOSHI_TO_BTC, REWARDS);
        put(table, date, MarketField.ISSUANCE_BTC, issuance * Units.SATOSHI_TO_BTC, REWARDS);
        return table;
    }

    private void put(MarketTable table, LocalDate date, MarketField field, double value, String path) {
        String source = FeedMessages.of("source.series", name, path, date);
        table.put(date, field, new Reading(value, source, new Place(name, "", path)));
    }

    private JsonNode reply(String path) throws FetchFailed {
        Fetched fetched;
        try {
            fetched = http.get()
                    .uri(path)
                    .accept(MediaType.APPLICATION_JSON)
                    .exchange((request, response) -> Fetched.of(response));
        } catch (RestClientException failure) {
            throw new FetchFailed(FetchFailure.UNREACHABLE, path + ": " + failure.getMessage());
        }
        if (fetched.status() == HttpStatus.TOO_MANY_REQUESTS.value()
                || fetched.status() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            throw new FetchFailed(FetchFailure.REFUSED_FOR_NOW, path + ": " + fetched.status(), fetched.retryAfter());
        }
        if (fetched.status() != HttpStatus.OK.value()) {
            throw new FetchFailed(FetchFailure.WRONG_STATUS, path + ": " + fetched.status());
        }
        if (fetched.body().length > LARGEST_REPLY) {
            throw new FetchFailed(FetchFailure.TOO_LARGE, path);
        }
        try {
            return JSON.readTree(fetched.body());
        } catch (JacksonException malformed) {
            throw new FetchFailed(FetchFailure.MALFORMED, path + ": " + malformed.getOriginalMessage());
        }
    }

    /** A reply with at most one byte more than is accepted. */
    private record Fetched(int status, Optional<Duration> retryAfter, byte[] body) {
        static Fetched of(ClientHttpResponse response) throws IOException {
            int status = response.getStatusCode().value();
            Optional<Duration> retryAfter = seconds(response.getHeaders().getFirst(HttpHeaders.RETRY_AFTER));
            if (status != HttpStatus.OK.value()) {
                return new Fetched(status, retryAfter, new byte[0]);
            }
            try (InputStream body = response.getBody()) {
                return new Fetched(status, retryAfter, body.readNBytes(LARGEST_REPLY + 1));
            }
        }

        private static Optional<Duration> seconds(@Nullable String header) {
            return header != null && header.matches("[0-9]{1,6}")
                    ? Optional.of(Duration.ofSeconds(Long.parseLong(header)))
                    : Optional.empty();
        }
    }

    // Some of the numbers come as texts.
    private static double number(String path, JsonNode object, String property) throws FetchFailed {
        JsonNode value = object.path(property);
        Optional<Double> number = value.isValueNode() ? MarketTextParser.number(value.asString("")) : Optional.empty();
        return number.orElseThrow(() -> new FetchFailed(FetchFailure.MALFORMED, path + ": " + property));
    }
}
