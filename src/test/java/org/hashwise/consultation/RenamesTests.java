package org.hashwise.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hashwise.advice.Strategy;
import org.hashwise.assessment.Assessment;
import org.hashwise.assessment.Receipt;
import org.hashwise.consultation.Attribution.ChangeType;
import org.hashwise.consultation.Replays.Which;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.AnswersReader;
import org.hashwise.questionnaire.AnswersResult;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Problem;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.questionnaire.Renames.Renamed;
import org.hashwise.rulebook.ActiveRulebook;
import org.hashwise.rulebook.RulebookActivation;
import org.hashwise.rulebook.SmallRules;
import org.junit.jupiter.api.Test;

/** Answers under former names are understood, and a receipt issued under them is still what it was. */
class RenamesTests {

    private static final SmallReceipts RECEIPTS = new SmallReceipts();
    private static final ActiveRulebook TODAY = RulebookActivation.of(RenamedQuestionRules.after());
    private static final Questionnaire QUESTIONS = TODAY.current().questionnaire();
    private static final EditionRepository LIBRARY = new EditionRepository(
            TODAY,
            new org.hashwise.rulebook.RulebookCache(2, 60_000),
            List.of(EditionSource.archive(RECEIPTS::edition)));
    private static final Replays REPLAYS = new Replays(TODAY, LIBRARY, SmallReceipts.CLOCK);

    private static final Answers OLD = Answers.of(Map.of(
            "extra.waterMw", new Answer.Number(300),
            "extra.permit", new Answer.Choice("HELD")));
    private static final Answers NEW = Answers.of(Map.of(
            "extra.cooledMw", new Answer.Number(300),
            "extra.permit", new Answer.Choice("OBTAINED")));

    private static Receipt oldReceipt() {
        return RECEIPTS.issue(RenamedQuestionRules.before(), SmallReceipts.request(OLD.byId()), "old", 1);
    }

    @Test
    void requestsAreReadUnderFormerNames() {
        AnswersResult reading = new AnswersReader(QUESTIONS).read(Map.of("extra.waterMw", 300, "extra.permit", "HELD"));

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.answers()).isEqualTo(NEW);
        assertThat(reading.renamed())
                .containsExactlyInAnyOrder(
                        new Renamed("extra.cooledMw", "extra.waterMw", "extra.cooledMw"),
                        new Renamed("extra.permit", "HELD", "OBTAINED"));
    }

    @Test
    void aRenameOfARenameIsFollowed() {
        assertThat(new AnswersReader(QUESTIONS).read(Map.of("extra.wetMw", 20)).answers())
                .isEqualTo(Answers.of(Map.of("extra.cooledMw", new Answer.Number(20))));
    }

    @Test
    void bothNamesAtOnceAreAProblem() {
        AnswersResult reading = new AnswersReader(QUESTIONS).read(Map.of("extra.waterMw", 300, "extra.cooledMw", 20));

        assertThat(reading.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(Problem.Code.ONE_TOO_MANY);
            assertThat(problem.id()).isEqualTo("extra.waterMw");
        });
    }

    @Test
    void keptAnswersAreUnderstoodUnderFormerNames() {
        assertThat(QUESTIONS.renames().apply(OLD)).isEqualTo(NEW);
        Assessment kept = new Assessment(
                "id", 3, null, "Example", null, Language.EN, OLD, SmallReceipts.ISSUED, SmallReceipts.ISSUED);
        assertThat(kept.named(QUESTIONS.renames()).answers()).isEqualTo(NEW);
        assertThat(Evaluation.of(TODAY.current(), SmallReceipts.request(OLD.byId()), SmallRules.MARKET_DAY)
                        .situation()
                        .answers())
                .isEqualTo(NEW);
    }

    @Test
    void anOldReceiptIsVerifiedByItsOwnEdition() {
        Verification verification = new Verifier(LIBRARY).verify(oldReceipt());

        assertThat(verification.difference()).isNull();
        assertThat(verification.reproduced()).isTrue();
    }

    @Test
    void anOldReceiptIsReplayedByTodaysRules() {
        Replays.Replay replay = REPLAYS.replay(oldReceipt(), Which.TODAY, Which.THEN);

        assertThat(replay.then().strategy()).isEqualTo(Strategy.AI_HOSTING);
        assertThat(replay.now().strategy()).isEqualTo(Strategy.AI_HOSTING);
        assertThat(replay.changed()).isFalse();
        assertThat(replay.renamed()).hasSize(2);
        assertThat(replay.dropped()).isEmpty();
    }

    /** Answers under the names of later, for rules of before. */
    @Test
    void namesAreFollowedBackToo() {
        Receipt later = RECEIPTS.issue(RenamedQuestionRules.after(), SmallReceipts.request(NEW.byId()), "old", 2);
        Attribution attribution = new Attributions(TODAY, LIBRARY).between(oldReceipt(), later);

        assertThat(attribution.groups())
                .singleElement()
                .satisfies(group -> assertThat(group.kind()).isEqualTo(ChangeType.RULES));
        assertThat(attribution.leadFrom()).isEqualTo(2);
        assertThat(attribution.leadTo()).isEqualTo(2);

        List<Renamed> told = new ArrayList<>();
        Questionnaire former = org.hashwise.rulebook.RulebookReader.read(RenamedQuestionRules.before())
                .questionnaire();
        Map<String, Object> back =
                QUESTIONS.renames().fit(Map.of("extra.cooledMw", 1, "extra.permit", "OBTAINED"), former, told);
        assertThat(back).isEqualTo(Map.of("extra.waterMw", 1, "extra.permit", "HELD"));
        assertThat(told).hasSize(2);
    }
}
