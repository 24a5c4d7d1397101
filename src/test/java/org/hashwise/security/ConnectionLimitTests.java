package org.hashwise.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.hashwise.Hashwise;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.context.ContextConfiguration;

/** Clients that open connections without a request, or with a header that never ends. */
@SpringBootTest(
        classes = Hashwise.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"hashwise.limits.connections-per-address=10", "hashwise.limits.idle-connection=2s"})
@ContextConfiguration(initializers = TestAccounts.Open.class)
class ConnectionLimitTests {

    private static final int MOST = 10;
    private static final String HEADER = "GET /actuator/health HTTP/1.1\r\nHost: localhost\r\nX-Slow: ";

    @LocalServerPort
    private int port;

    @Autowired
    private ConnectionTable table;

    @Autowired
    private RequestLimits limits;

    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Test
    void connectionsWithoutACompleteRequestGiveWayToOthers() throws IOException {
        for (int i = 0; i < 5 * MOST; i++) {
            open("127.0.0." + (1 + i % 3), HEADER);
        }

        for (int i = 0; i < MOST; i++) {
            assertThat(ask()).startsWith("HTTP/1.1 200");
        }
        assertThat(table.size()).isLessThanOrEqualTo(MOST);
    }

    @Test
    void aHeaderThatArrivesByteByByteIsCutOff() throws Exception {
        Socket slow = open("127.0.0.1", HEADER);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        boolean open = true;
        while (open && System.nanoTime() < end) {
            Thread.sleep(200);
            try {
                slow.getOutputStream().write('x');
            } catch (IOException closed) {
                open = false;
            }
        }
        assertThat(open).isFalse();
    }

    @Test
    void connectionsWithARequestInProgressAreNotReplaced() throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        String reply = "none";
        // A connection whose header the server has not read yet is replaced still.
        while (!reply.isEmpty() && System.nanoTime() < end) {
            open(
                    "127.0.0.1",
                    "POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
                            + "application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\nname=");
            reply = ask();
        }
        assertThat(reply).as("one more connection").isEmpty();
    }

    @Test
    void theLimitOfAnAddressDoesNotApplyToATrustedProxy() throws IOException {
        AccessPolicy policy = new AccessPolicy(
                InetAddress.getLoopbackAddress(), false, Set.of(), true, List.of(AddressRange.of("10.0.0.1")));
        ConnectionTable other = new ConnectionTable(policy, limits);

        assertThat(busy(other, "10.0.0.1", MOST)).isTrue();
        assertThat(busy(other, "10.0.0.2", MOST)).isFalse();
    }

    /** True when there is room for one connection more than so many on which requests are in progress. */
    private static boolean busy(ConnectionTable table, String address, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            ClientConnection connection =
                    new ClientConnection(ClientNetwork.ofPeer(address), SocketChannel.open(), () -> null);
            connection.begin(new MockHttpServletRequest());
            table.add(
                    new ConnectionTable.Key(new InetSocketAddress(address, i + 1), new InetSocketAddress(1)),
                    connection);
        }
        return table.makeRoom(address);
    }

    private Socket open(String from, String head) throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(from, 0));
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        sockets.add(socket);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private String ask() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
            socket.getOutputStream()
                    .write("GET /actuator/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException reset) {
            return "";
        }
    }
}
