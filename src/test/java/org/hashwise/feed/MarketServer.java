package org.hashwise.feed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A local server with the three addresses of a mempool.space-compatible API, each of which can misbehave. */
final class MarketServer implements AutoCloseable {

    static final String PRICES = "/api/v1/prices";
    static final String HASHRATE = "/api/v1/mining/hashrate/3d";
    static final String REWARDS = "/api/v1/mining/reward-stats/144";

    /** The behaviour of a server. */
    interface Reply {
        void send(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);

    /** @param seconds time of the price, since 1970 */
    MarketServer(long seconds, double price) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestURI().getPath());
            replies.getOrDefault(exchange.getRequestURI().getPath(), status(404, Map.of()))
                    .send(exchange);
        });
        server.start();
        price(seconds, price);
        reply(
                HASHRATE,
                json("{\"hashrates\":[],\"difficulty\":[],\"currentHashrate\":1.1e21,"
                        + "\"currentDifficulty\":149000000000000.0}"));
        reply(
                REWARDS,
                json("{\"startBlock\":1,\"endBlock\":144,\"totalReward\":\"45360000000\","
                        + "\"totalFee\":\"360000000\",\"totalTx\":\"500000\"}"));
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void price(long seconds, double price) {
        reply(PRICES, json("{\"time\":" + seconds + ",\"USD\":" + price + ",\"EUR\":1}"));
    }

    /** Replaces a reply, and gives the one before. */
    @Nullable
    Reply reply(String path, Reply reply) {
        return replies.put(path, reply);
    }

    /** The paths of the requests so far. */
    List<String> requests() {
        return requests;
    }

    static Reply json(String text) {
        return exchange -> {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        };
    }

    static Reply status(int status, Map<String, String> headers) {
        return exchange -> {
            headers.forEach(exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        };
    }

    /** No reply until the server ends. */
    Reply silence() {
        return exchange -> {
            await(60_000);
            exchange.close();
        };
    }

    /** A start, and then a blank every twentieth of a second. */
    Reply drip() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            body.write('{');
            do {
                body.write(' ');
                body.flush();
            } while (!await(50));
            exchange.close();
        };
    }

    /** Blanks without end. */
    Reply flood() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] block = " ".repeat(65_536).getBytes(StandardCharsets.UTF_8);
            while (end.getCount() > 0) {
                exchange.getResponseBody().write(block);
            }
            exchange.close();
        };
    }

    /** Fewer bytes than announced. */
    static Reply breakOff() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            exchange.close();
        };
    }

    private boolean await(long millis) {
        try {
            return end.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
