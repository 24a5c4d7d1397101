package org.hashwise.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.hashwise.rulebook.RulebookReader.Examination;
import org.hashwise.rulebook.model.RulebookRejected;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The change from one edition to the next. */
class ActiveRulebookTests {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    private final TurningClock clock = new TurningClock(START);
    private ActiveRulebook rulebooks;

    @BeforeEach
    void putTheFirstEditionInForce() {
        SmallRules.write(SmallRules.edition(100), folder);
        rulebooks = new ActiveRulebook(new RulesLocation(Optional.of(folder)), clock);
    }

    @Test
    void aGoodDraftIsPutInForceAtOnce() {
        clock.turn(Duration.ofMinutes(5));
        rulebooks.take(RulebookReader.examine(SmallRules.edition(200)));

        assertThat(rulebooks.current().edition())
                .isEqualTo(SmallRules.edition(200).fingerprint());
        assertThat(rulebooks.loadedAt()).isEqualTo(START.plusSeconds(300));
        assertThat(rulebooks.draft()).isEmpty();
    }

    @Test
    void bytecodeOfEachEditionDecidesInBulkSoonAfterItsStart() {
        assertThat(rulebooks.current().verdictSource()).isEqualTo(VerdictSource.UNVERIFIED);

        rulebooks.startVerification(Duration.ZERO);
        await().until(() -> rulebooks.current().verdictSource() == VerdictSource.BYTECODE);

        Rulebook first = rulebooks.current();
        rulebooks.take(RulebookReader.examine(SmallRules.edition(200)));
        await().until(() -> rulebooks.current().verdictSource() == VerdictSource.BYTECODE);
        await().until(first::isClosed);
    }

    @Test
    void aCallerOfManyVerdictsDoesNotWaitForThePauseBeforeTheCheck() throws Exception {
        rulebooks.verifyWithoutPauses(Duration.ofMinutes(1));
        assertThat(rulebooks.current().verdictSource())
                .as("there is nothing to wait for")
                .isEqualTo(VerdictSource.UNVERIFIED);

        rulebooks.startVerification(Duration.ofHours(1));
        rulebooks.verifyWithoutPauses(Duration.ofMinutes(1));

        assertThat(rulebooks.current().verdictSource()).isEqualTo(VerdictSource.BYTECODE);
    }

    @Test
    void aDraftWithErrorsNeverReplacesAGoodEdition() {
        Examination broken = RulebookReader.examine(SmallRules.broken(200));
        rulebooks.take(broken);

        assertThat(rulebooks.current().edition())
                .isEqualTo(SmallRules.edition(100).fingerprint());
        assertThat(rulebooks.loadedAt()).isEqualTo(START);
        assertThat(rulebooks.draft()).contains(new Draft(broken.edition(), broken.problems()));
        assertThat(broken.problems()).isNotEmpty();
    }

    @Test
    void theDraftIsGoneWhenItsErrorsAreCorrected() {
        rulebooks.take(RulebookReader.examine(SmallRules.broken(200)));
        rulebooks.take(RulebookReader.examine(SmallRules.edition(200)));

        assertThat(rulebooks.draft()).isEmpty();
    }

    @Test
    void whoHoldsAnEditionSeesNoOther() {
        try (ActiveRulebook.Lease lease = rulebooks.lease()) {
            rulebooks.take(RulebookReader.examine(SmallRules.edition(200)));

            assertThat(rulebooks.current().edition())
                    .isEqualTo(SmallRules.edition(100).fingerprint());
            assertThat(rulebooks.loadedAt()).isEqualTo(START);
        }
        assertThat(rulebooks.current().edition())
                .isEqualTo(SmallRules.edition(200).fingerprint());
    }

    @Test
    void aHoldWithinAHoldKeepsTheOuterEdition() {
        Rulebook before;
        try (ActiveRulebook.Lease outer = rulebooks.lease()) {
            before = rulebooks.current();
            rulebooks.take(RulebookReader.examine(SmallRules.edition(200)));
            try (ActiveRulebook.Lease inner = rulebooks.lease()) {
                assertThat(rulebooks.current()).isSameAs(before);
            }
            assertThatCode(() -> SmallRules.advice(before)).doesNotThrowAnyException();
        }
        assertThat(before.isClosed()).isTrue();
    }

    @Test
    void anEditionIsClosedOnlyWhenItsLastUserHasLetGo() throws InterruptedException {
        Rulebook before = rulebooks.current();
        ActiveRulebook.Lease lease = rulebooks.lease();
        Thread other = new Thread(() -> {
            try (ActiveRulebook.Lease second = rulebooks.lease()) {
                rulebooks.take(RulebookReader.examine(SmallRules.edition(200)));
            }
        });
        other.start();
        other.join();

        assertThat(before.isClosed()).isFalse();
        assertThat(SmallRules.advice(before).edition()).isEqualTo(before.edition());
        lease.close();
        assertThat(before.isClosed()).isTrue();
        assertThat(rulebooks.current().isClosed()).isFalse();
    }

    @Test
    void anEditionThatNobodyUsesIsClosedWhenItIsReplaced() {
        Rulebook before = rulebooks.current();
        rulebooks.take(RulebookReader.examine(SmallRules.edition(200)));

        assertThat(before.isClosed()).isTrue();
    }

    @Test
    void aProgramDoesNotStartWithoutGoodRules() {
        SmallRules.write(SmallRules.broken(100), folder);

        assertThatThrownBy(() -> new ActiveRulebook(new RulesLocation(Optional.of(folder)), clock))
                .isInstanceOf(RulebookRejected.class);
    }

    /** A clock that stands still until it is turned. */
    static final class TurningClock extends Clock {
        private Instant now;

        TurningClock(Instant start) {
            now = start;
        }

        void turn(Duration on) {
            now = now.plus(on);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
