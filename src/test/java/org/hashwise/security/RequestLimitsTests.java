package org.hashwise.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.hashwise.consultation.SmallRulesSlice;
import org.hashwise.consultation.Wording;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.json.JsonMapper;

/** Rate limits and bulkhead: a refused caller is told when to try again. */
class RequestLimitsTests {

    private static final int PER_MINUTE = 6;
    private static final int PER_MINUTE_WITH_KEY = 12;
    private static final AccessPolicy POLICY = new AccessPolicy(null, false, Set.of(), false, List.of());

    private final AtomicLong seconds = new AtomicLong();
    private final RejectionHandler rejections =
            new RejectionHandler(new Wording(SmallRulesSlice.consultation(), "templates"), JsonMapper.shared());
    private final RateLimitFilter rates = rates(POLICY);

    @AfterEach
    void forget() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void anAddressIsServedSoOftenAndThenToldWhenAgain() throws Exception {
        for (int i = 0; i < PER_MINUTE; i++) {
            assertThat(ask(rates, "10.0.0.5").getStatus()).isEqualTo(200);
        }
        MockHttpServletResponse reply = ask(rates, "10.0.0.5");
        assertThat(reply.getStatus()).isEqualTo(429);
        assertThat(reply.getHeader("Retry-After")).isEqualTo("10");
        assertThat(reply.getContentType()).isEqualTo("application/problem+json");
        assertThat(reply.getContentAsString())
                .contains("\"title\":\"Too many requests\"", "\"status\":429", "\"instance\":\"/api/v1/advice\"");

        assertThat(ask(rates, "10.0.0.6").getStatus()).isEqualTo(200);
        seconds.addAndGet(10);
        assertThat(ask(rates, "10.0.0.5").getStatus()).isEqualTo(200);
        assertThat(ask(rates, "10.0.0.5").getStatus()).isEqualTo(429);
    }

    @Test
    void theAddressesOfOneCustomerCountTogether() throws Exception {
        for (int i = 0; i < PER_MINUTE; i++) {
            assertThat(ask(rates, "2001:db8:1:2::" + i).getStatus()).isEqualTo(200);
        }
        assertThat(ask(rates, "2001:db8:1:2:ffff::1").getStatus()).isEqualTo(429);
        assertThat(ask(rates, "2001:db8:1:3::1").getStatus()).isEqualTo(200);
    }

    @Test
    void aKeyHasALimitOfItsOwnWhereverItIsUsed() throws Exception {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("erp", "", "ROLE_CLIENT"));
        for (int i = 0; i < PER_MINUTE_WITH_KEY; i++) {
            assertThat(ask(rates, "10.0.0." + i, "Bearer hw_x").getStatus()).isEqualTo(200);
        }
        assertThat(ask(rates, "10.0.0.99", "Bearer hw_x").getStatus()).isEqualTo(429);
    }

    @Test
    void whoSitsOnTheMachineIsNotCounted() throws Exception {
        RateLimitFilter open =
                rates(new AccessPolicy(InetAddress.getLoopbackAddress(), false, Set.of(), false, List.of()));

        for (int i = 0; i < 10 * PER_MINUTE; i++) {
            assertThat(ask(open, "127.0.0.1").getStatus()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/interview",
                "/api/v1/advice/flips",
                "/api/v1/advice/smallest-change",
                "/api/v1/advice/map",
                "/api/v1/advice/projection",
                "/api/v1/receipts/verify",
                "/interview",
                "/interview/power.contract",
                "/advice",
                "/advice/what-if"
            })
    void anAnalysisThatFindsNoPlaceIsToldWhenToComeBack(String path) throws Exception {
        Bulkhead bulkhead = new Bulkhead(1, 1, 0, Duration.ZERO);
        AnalysisBulkheadFilter analyses = analyses(bulkhead);
        assertThat(enter(bulkhead, "other")).isTrue();

        MockHttpServletResponse busy = analyse(analyses, path);
        assertThat(busy.getStatus()).isEqualTo(503);
        assertThat(busy.getHeader("Retry-After")).isEqualTo("2");

        bulkhead.leave("other");
        assertThat(analyse(analyses, path).getStatus()).isEqualTo(200);
        assertThat(analyse(analyses, path).getStatus())
                .as("the place is given back")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v1/advice", "/api/v1/questions", "/questions/power", "/actuator/health"})
    void whatIsCheapNeverWaits(String path) throws Exception {
        assertThat(analyse(analyses(new Bulkhead(0, 0, 0, Duration.ZERO)), path).getStatus())
                .isEqualTo(200);
    }

    @Test
    void someMayWaitForTheirTurn() throws Exception {
        Bulkhead bulkhead = new Bulkhead(1, 1, 1, Duration.ofMinutes(1));
        assertThat(enter(bulkhead, "first")).isTrue();
        CountDownLatch entered = new CountDownLatch(1);
        Thread second = waiting(bulkhead, "second", entered);

        assertThat(enter(bulkhead, "third")).as("the queue is full").isFalse();
        bulkhead.leave("first");

        assertThat(entered.await(1, TimeUnit.MINUTES)).isTrue();
        second.join();
    }

    @Test
    void oneCallerHoldsItsShareAndLetsOthersPass() throws Exception {
        Bulkhead bulkhead = new Bulkhead(2, 1, 4, Duration.ofMinutes(1));
        assertThat(enter(bulkhead, "greedy")).isTrue();
        CountDownLatch entered = new CountDownLatch(2);
        Thread second = waiting(bulkhead, "greedy", entered);
        Thread third = waiting(bulkhead, "greedy", entered);

        assertThat(enter(bulkhead, "greedy"))
                .as("half of the queue is one caller's")
                .isFalse();
        assertThat(enter(bulkhead, "modest")).isTrue();
        bulkhead.leave("modest");
        assertThat(entered.getCount()).isEqualTo(2);

        bulkhead.leave("greedy");
        second.join(1000);
        bulkhead.leave("greedy");
        assertThat(entered.await(1, TimeUnit.MINUTES)).isTrue();
        third.join();
        bulkhead.leave("greedy");
        assertThat(bulkhead.isIdle()).isTrue();
    }

    @Test
    void aClientThatIsGoneWaitsNoLonger() {
        Bulkhead bulkhead = new Bulkhead(1, 1, 1, Duration.ofMinutes(1));
        assertThat(enter(bulkhead, "first")).isTrue();

        assertThat(bulkhead.enter("second", () -> true)).isFalse();

        bulkhead.leave("first");
        assertThat(bulkhead.isIdle()).isTrue();
    }

    private static Thread waiting(Bulkhead bulkhead, String caller, CountDownLatch entered) {
        Thread thread = new Thread(() -> {
            if (enter(bulkhead, caller)) {
                entered.countDown();
            }
        });
        thread.start();
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        return thread;
    }

    private AnalysisBulkheadFilter analyses(Bulkhead bulkhead) {
        return new AnalysisBulkheadFilter(POLICY, limits(), bulkhead, rejections);
    }

    private static RequestLimits limits() {
        return new RequestLimits(
                PER_MINUTE,
                PER_MINUTE_WITH_KEY,
                1,
                1,
                1,
                Duration.ZERO,
                Duration.ofMinutes(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                1,
                Duration.ofMinutes(1),
                1,
                1,
                1,
                Duration.ofSeconds(1));
    }

    private RateLimitFilter rates(AccessPolicy policy) {
        TimeMeter clock = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return TimeUnit.SECONDS.toNanos(seconds.get());
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
        return new RateLimitFilter(policy, limits(), clock, rejections);
    }

    private static MockHttpServletResponse ask(RateLimitFilter filter, String from, String... key) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/advice");
        request.setRemoteAddr(from);
        for (String each : key) {
            request.addHeader("Authorization", each);
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response;
    }

    private static MockHttpServletResponse analyse(AnalysisBulkheadFilter filter, String path) throws Exception {
        HttpServletRequest request = new MockHttpServletRequest("POST", path);
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response;
    }

    private static boolean enter(Bulkhead bulkhead, String caller) {
        return bulkhead.enter(caller, () -> false);
    }
}
