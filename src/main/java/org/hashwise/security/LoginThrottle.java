package org.hashwise.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.hashwise.account.Account;

/**
 * A throttle against password guessing: after a few wrong passwords for an account from one address, each further one
 * locks the account for that address, twice as long each time. Other addresses are not affected.
 */
final class LoginThrottle {

    /** Number of wrong passwords without a lock. */
    static final int FREE = 5;

    /** The same for one address and all accounts together; a whole office may share the address. */
    static final int FREE_OF_ADDRESS = 50;

    private static final int REMEMBERED = 10_000;
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 9;

    private final Map<String, Failures> failures;
    private final Clock clock;

    private record Failures(int count, Instant lockedUntil) {}

    LoginThrottle(Clock clock) {
        this.clock = clock;
        failures = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(FORGOTTEN)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .<String, Failures>build()
                .asMap();
    }

    /** The time for which this name stays locked for this address; zero when it is not. */
    Duration remaining(String name, String address) {
        Duration account = remaining(key(name, address));
        Duration whole = remaining(address);
        return account.compareTo(whole) > 0 ? account : whole;
    }

    void failed(String name, String address) {
        failed(key(name, address), FREE);
        failed(address, FREE_OF_ADDRESS);
    }

    void succeeded(String name, String address) {
        failures.remove(key(name, address));
    }

    private Duration remaining(String key) {
        Failures known = failures.get(key);
        Instant now = clock.instant();
        return known == null || !known.lockedUntil().isAfter(now)
                ? Duration.ZERO
                : Duration.between(now, known.lockedUntil());
    }

    private void failed(String key, int free) {
        Instant now = clock.instant();
        failures.compute(key, (same, before) -> {
            int count = before == null ? 1 : before.count() + 1;
            return new Failures(count, now.plus(lock(count - free)));
        });
    }

    private static Duration lock(int beyond) {
        if (beyond < 0) {
            return Duration.ZERO;
        }
        Duration doubled = FIRST.multipliedBy(1L << Math.min(beyond, MOST_DOUBLINGS));
        return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }

    // Texts that cannot be a name share one entry, so that they cannot fill the table.
    private static String key(String name, String address) {
        return (Account.isName(name) ? name : "?") + " " + address;
    }
}
