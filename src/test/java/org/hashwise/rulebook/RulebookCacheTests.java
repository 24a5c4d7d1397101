package org.hashwise.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.hashwise.rulebook.RulebookCache.Loan;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.RulebookRejected;
import org.junit.jupiter.api.Test;

/** Old editions are opened once, kept while there is room, and closed when nobody uses them. */
class RulebookCacheTests {

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void whatIsOpenIsNotOpenedAgainAndWhatIsDroppedIsClosedWhenGivenBack() {
        RulebookCache editions = new RulebookCache(1, 60_000);
        Loan first = editions.borrow("one", files(101)).orElseThrow();
        Loan again = editions.borrow("one", files(101)).orElseThrow();
        assertThat(again.rulebook()).isSameAs(first.rulebook());
        assertThat(asked).hasValue(1);

        Loan second = editions.borrow("two", files(102)).orElseThrow();
        first.close();
        first.close();
        assertThat(first.rulebook().isClosed()).isFalse();
        again.close();
        assertThat(first.rulebook().isClosed()).isTrue();

        second.close();
        assertThat(second.rulebook().isClosed()).isFalse();
        editions.close();
        assertThat(second.rulebook().isClosed()).isTrue();
    }

    @Test
    void whatNobodyHasIsNotThere() {
        assertThat(new RulebookCache(1, 60_000).borrow("none", Optional::empty)).isEmpty();
    }

    @Test
    void afterARefusalTheNextOneGetsHisTurn() {
        RulebookCache editions = new RulebookCache(1, 60_000);
        assertThatThrownBy(() -> editions.borrow("broken", () -> Optional.of(SmallRules.broken(100))))
                .isInstanceOf(RulebookRejected.class);

        editions.borrow("one", files(101)).orElseThrow().close();
        editions.close();
    }

    @Test
    void whatWasInForceIsOpenedWhateverItsCasesMeanToday() {
        RulebookFiles files = SmallRules.withFailingCase(100);
        assertThatThrownBy(() -> RulebookReader.read(files)).isInstanceOf(RulebookRejected.class);

        RulebookCache editions = new RulebookCache(1, 60_000);
        try (Loan opened = editions.borrow("old", () -> Optional.of(files)).orElseThrow()) {
            assertThat(SmallRules.advice(opened.rulebook()).evidence()).isNotEmpty();
        }
        editions.close();
    }

    @Test
    void whoWaitsTooLongIsTurnedAway() throws Exception {
        RulebookCache editions = new RulebookCache(1, 1);
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Thread slow = new Thread(() -> editions.borrow("slow", () -> {
            reading.countDown();
            await(done);
            return Optional.empty();
        }));
        slow.start();
        await(reading);

        assertThatThrownBy(() -> editions.borrow("other", Optional::empty)).isInstanceOf(EditionsBusy.class);
        done.countDown();
        slow.join();
        assertThat(editions.borrow("other", Optional::empty)).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private Supplier<Optional<RulebookFiles>> files(int megawatts) {
        return () -> {
            asked.incrementAndGet();
            return Optional.of(SmallRules.edition(megawatts));
        };
    }
}
