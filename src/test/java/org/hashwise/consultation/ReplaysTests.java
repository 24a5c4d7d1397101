package org.hashwise.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hashwise.advice.Strategy;
import org.hashwise.assessment.Receipt;
import org.hashwise.consultation.Replays.Which;
import org.hashwise.rulebook.ActiveRulebook;
import org.hashwise.rulebook.RulebookActivation;
import org.hashwise.rulebook.RulebookCache;
import org.hashwise.rulebook.SmallRules;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Replays of saved advice with today's rules. */
class ReplaysTests {

    private static final int THEN = 100;
    private static final int TODAY = 400;
    private static final SmallReceipts RECEIPTS = new SmallReceipts();
    private static final ActiveRulebook RULEBOOKS = RulebookActivation.of(SmallRules.edition(TODAY));
    private static final EditionRepository LIBRARY = new EditionRepository(
            RULEBOOKS, new RulebookCache(2, 60_000), List.of(EditionSource.archive(RECEIPTS::edition)));
    private static final Replays REPLAYS = new Replays(RULEBOOKS, LIBRARY, SmallReceipts.CLOCK);

    @Test
    void todaysRulesMaySayOtherwise() {
        Receipt receipt = RECEIPTS.issue(THEN, SmallReceipts.request(250));
        Replays.Replay replay = REPLAYS.replay(receipt, Which.TODAY, Which.THEN);

        assertThat(replay.then().strategy()).isEqualTo(Strategy.AI_HOSTING);
        assertThat(replay.now().strategy()).isEqualTo(Strategy.HOLD);
        assertThat(replay.changed()).isTrue();
        assertThat(replay.rulebook()).isEqualTo(SmallRules.edition(TODAY).fingerprint());
        assertThat(replay.asOf()).isEqualTo("2025-12-01");
        assertThat(replay.marketAsOf()).isEqualTo("2025-11-30");
    }

    @Test
    void theRulesOfThenSayWhatTheySaid() {
        Replays.Replay replay =
                REPLAYS.replay(RECEIPTS.issue(THEN, SmallReceipts.request(250)), Which.THEN, Which.THEN);

        assertThat(replay.changed()).isFalse();
        assertThat(replay.now()).isEqualTo(replay.then());
        assertThat(replay.rulebook()).isEqualTo(SmallRules.edition(THEN).fingerprint());
    }

    @Test
    void todaysMarketIsThatOfToday() {
        Replays.Replay replay =
                REPLAYS.replay(RECEIPTS.issue(THEN, SmallReceipts.request(250)), Which.THEN, Which.TODAY);

        assertThat(replay.asOf()).isEqualTo("2026-01-02");
        assertThat(replay.marketAsOf()).isEqualTo("2025-11-30");
    }

    @Test
    void rulesThatNobodyHasAreSaid() {
        ObjectNode json =
                (ObjectNode) RECEIPTS.issue(THEN, SmallReceipts.request(250)).json();
        json.put("rulebook", "sha256:lost").remove("hash");
        Replays.Replay replay = REPLAYS.replay(Receipt.of(json), Which.THEN, Which.THEN);

        assertThat(replay.now()).isNull();
        assertThat(replay.changed()).isFalse();
        assertThat(REPLAYS.replay(Receipt.of(json), Which.TODAY, Which.THEN).now())
                .isNotNull();
    }

    @Test
    void ofAllThoseThatChangeAreListed() {
        List<Receipt> receipts = List.of(receipt("small", 50), receipt("middle", 250), receipt("large", 900));
        Replays.Summary summary = REPLAYS.replayAll(receipts::forEach, Which.TODAY, Which.THEN);

        assertThat(summary.assessments()).isEqualTo(3);
        assertThat(summary.changed()).extracting(Replays.Replay::assessment).containsExactly("middle");
        assertThat(summary.notAtHand()).isEmpty();
    }

    private static Receipt receipt(String assessment, double megawatts) {
        return RECEIPTS.issue(SmallRules.edition(THEN), SmallReceipts.request(megawatts), assessment, 1);
    }
}
