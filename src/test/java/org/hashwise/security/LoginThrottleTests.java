package org.hashwise.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoginThrottleTests {

    private static final String HERE = "10.0.0.5";
    private static final String ELSEWHERE = "10.0.0.6";

    private final Watch watch = new Watch();
    private final LoginThrottle locks = new LoginThrottle(watch);

    @Test
    void aFewMistakesCostNothing() {
        fail("anna", HERE, LoginThrottle.FREE - 1);

        assertThat(locks.remaining("anna", HERE)).isZero();
    }

    @Test
    void eachFurtherMistakeCostsTwiceAsMuch() {
        fail("anna", HERE, LoginThrottle.FREE);
        assertThat(locks.remaining("anna", HERE)).isEqualTo(Duration.ofSeconds(2));

        watch.pass(Duration.ofSeconds(2));
        assertThat(locks.remaining("anna", HERE)).isZero();
        fail("anna", HERE, 1);
        assertThat(locks.remaining("anna", HERE)).isEqualTo(Duration.ofSeconds(4));

        fail("anna", HERE, 30);
        assertThat(locks.remaining("anna", HERE)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void nobodyElseIsShutOut() {
        fail("anna", HERE, LoginThrottle.FREE);

        assertThat(locks.remaining("anna", ELSEWHERE)).isZero();
        assertThat(locks.remaining("bert", HERE)).isZero();
    }

    @Test
    void manyNamesFromOneAddressCloseTheAddress() {
        for (int i = 0; i < LoginThrottle.FREE_OF_ADDRESS; i++) {
            fail("name-" + i, HERE, 1);
        }

        assertThat(locks.remaining("anna", HERE)).isPositive();
        assertThat(locks.remaining("anna", ELSEWHERE)).isZero();
    }

    @Test
    void namesThatCannotExistCountTogether() {
        for (int i = 0; i < LoginThrottle.FREE; i++) {
            fail("Not a name " + i, HERE, 1);
        }

        assertThat(locks.remaining("Neither: this", HERE)).isPositive();
    }

    @Test
    void theRightPasswordForgivesAndSoDoesAnHour() {
        fail("anna", HERE, LoginThrottle.FREE - 1);
        locks.succeeded("anna", HERE);
        fail("anna", HERE, LoginThrottle.FREE - 1);
        assertThat(locks.remaining("anna", HERE)).isZero();

        watch.pass(Duration.ofHours(2));
        fail("anna", HERE, LoginThrottle.FREE - 1);
        assertThat(locks.remaining("anna", HERE)).isZero();
    }

    @Test
    void failuresOfTenThousandAddressesAreRememberedAtMost() {
        int addresses = 15_000;
        for (int i = 0; i < addresses; i++) {
            fail("anna", address(i), LoginThrottle.FREE);
        }

        assertThat(IntStream.range(0, addresses)
                        .filter(i -> !locks.remaining("anna", address(i)).isZero()))
                .hasSizeBetween(1_000, 10_000);
    }

    private static String address(int number) {
        return "10.1." + number / 256 + "." + number % 256;
    }

    private void fail(String name, String address, int times) {
        for (int i = 0; i < times; i++) {
            locks.failed(name, address);
        }
    }

    private static final class Watch extends Clock {

        private Instant now = Instant.EPOCH;

        void pass(Duration time) {
            now = now.plus(time);
        }

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
            return this;
        }
    }
}
