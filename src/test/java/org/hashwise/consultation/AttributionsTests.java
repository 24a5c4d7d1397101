package org.hashwise.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hashwise.advice.Strategy;
import org.hashwise.analysis.Shapley;
import org.hashwise.assessment.Receipt;
import org.hashwise.consultation.Attribution.ChangeType;
import org.hashwise.consultation.Attribution.Group;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Question;
import org.hashwise.rulebook.ActiveRulebook;
import org.hashwise.rulebook.RulebookActivation;
import org.hashwise.rulebook.RulebookCache;
import org.hashwise.rulebook.SmallRules;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Attributions of the difference between two advices. */
class AttributionsTests {

    private static final SmallReceipts RECEIPTS = new SmallReceipts();
    private static final ActiveRulebook RULEBOOKS = RulebookActivation.of(SmallRules.edition(100));
    private static final EditionRepository LIBRARY = new EditionRepository(
            RULEBOOKS, new RulebookCache(3, 60_000), List.of(EditionSource.archive(RECEIPTS::edition)));
    private static final Attributions ATTRIBUTIONS = new Attributions(RULEBOOKS, LIBRARY);

    @Test
    void oneAnswerThatChangesItAllGetsItAll() {
        Attribution attribution = ATTRIBUTIONS.between(
                RECEIPTS.issue(100, SmallReceipts.request(50)), RECEIPTS.issue(100, SmallReceipts.request(9000)));

        assertThat(attribution.strategy()).isEqualTo(Strategy.AI_HOSTING);
        assertThat(attribution.over()).isEqualTo(Strategy.HOLD);
        assertThat(attribution.leadFrom()).isZero();
        assertThat(attribution.leadTo()).isEqualTo(2);
        Group group = attribution.groups().get(0);
        assertThat(attribution.groups()).hasSize(1);
        assertThat(group.kind()).isEqualTo(ChangeType.ANSWER);
        assertThat(group.id()).isEqualTo("power.largestSiteMw");
        assertThat(group.before()).isEqualTo(50.0);
        assertThat(group.after()).isEqualTo(9000.0);
        assertThat(group.value()).isEqualTo(2);
        assertThat(group.decision()).isEqualTo(1);
        assertThat(group.suffices()).isTrue();
        assertThat(attribution.answers()).isEqualTo(2);
        assertThat(attribution.rules()).isZero();
    }

    /** The site grew and the rules asked for less; only both together make hosting possible. The price does nothing. */
    @Test
    void whatIsNeededTogetherIsSharedAndWhatDoesNothingGetsNothing() {
        Map<String, Answer> before = Map.of("power.largestSiteMw", new Answer.Number(90));
        Map<String, Answer> after = Map.of(
                "power.largestSiteMw", new Answer.Number(200),
                "power.priceUsdPerKwh", new Answer.Number(0.04));
        Attribution attribution = ATTRIBUTIONS.between(
                RECEIPTS.issue(8000, SmallReceipts.request(before)), RECEIPTS.issue(100, SmallReceipts.request(after)));

        assertThat(attribution.groups())
                .extracting(Group::id)
                .containsExactly("power.largestSiteMw", "power.priceUsdPerKwh", "rules");
        assertThat(attribution.groups()).extracting(Group::value).containsExactly(1.0, 0.0, 1.0);
        assertThat(attribution.groups()).extracting(Group::decision).containsExactly(0.5, 0.0, 0.5);
        assertThat(attribution.groups()).noneMatch(Group::suffices);
        assertThat(attribution.answers()).isEqualTo(1);
        assertThat(attribution.rules()).isEqualTo(1);
        assertThat(attribution.market()).isZero();
    }

    @Test
    void theMarketIsAGroupOfItsOwn() {
        Receipt from = RECEIPTS.issue(100, SmallReceipts.request(50));
        ObjectNode json = (ObjectNode) from.json();
        ((ObjectNode) json.at("/market/indicators/market.btcPriceUsd")).put("value", 12_345);
        json.remove("hash");
        Attribution attribution = ATTRIBUTIONS.between(from, Receipt.of(json));

        assertThat(attribution.groups()).extracting(Group::kind).containsExactly(ChangeType.MARKET);
        assertThat(attribution.from()).isEqualTo(attribution.to());
        assertThat(attribution.groups().get(0).decision()).isNull();
    }

    @Test
    void nothingChangedIsNothing() {
        Receipt receipt = RECEIPTS.issue(100, SmallReceipts.request(50));

        assertThat(ATTRIBUTIONS.between(receipt, receipt).groups()).isEmpty();
    }

    @Test
    void upToTwelveGroupsStandAloneAndMoreBySection() {
        Attribution twelve = ATTRIBUTIONS.between(
                RECEIPTS.issue(100, SmallReceipts.request(Map.of())),
                RECEIPTS.issue(100, SmallReceipts.request(answers(12))));
        assertThat(twelve.groups()).hasSize(12).allMatch(group -> group.kind() == ChangeType.ANSWER);
        assertAddsUp(twelve);

        Attribution many = ATTRIBUTIONS.between(
                RECEIPTS.issue(100, SmallReceipts.request(Map.of())),
                RECEIPTS.issue(400, SmallReceipts.request(answers(30))));
        assertThat(many.groups()).hasSizeLessThanOrEqualTo(Shapley.MOST);
        assertThat(many.groups())
                .extracting(Group::kind)
                .contains(ChangeType.SECTION, ChangeType.RULES)
                .doesNotContain(ChangeType.ANSWER);
        assertAddsUp(many);
    }

    private static void assertAddsUp(Attribution attribution) {
        assertThat(attribution.groups().stream().mapToDouble(Group::value).sum())
                .isCloseTo(attribution.leadTo() - attribution.leadFrom(), within(1e-12));
        assertThat(attribution.answers() + attribution.market() + attribution.rules())
                .isCloseTo(attribution.leadTo() - attribution.leadFrom(), within(1e-12));
    }

    @Test
    void moreThanTwelveSectionsAreRefused() {
        Map<String, Object> answers = new HashMap<>();
        for (int i = 0; i < 13; i++) {
            answers.put("section" + (char) ('a' + i) + ".x", 1);
        }
        ObjectNode json = (ObjectNode)
                RECEIPTS.issue(100, SmallReceipts.request(Map.of())).json();
        Receipt from = Receipt.of(without(json));
        json.set("answers", new tools.jackson.databind.json.JsonMapper().valueToTree(answers));
        Receipt to = Receipt.of(without(json));

        assertThatThrownBy(() -> ATTRIBUTIONS.between(from, to))
                .isInstanceOfSatisfying(
                        TooManyChanges.class,
                        refused -> assertThat(refused.groups()).isEqualTo(13));
    }

    @Test
    void rulesThatNobodyHasAreSaid() {
        ObjectNode json = (ObjectNode)
                RECEIPTS.issue(100, SmallReceipts.request(Map.of())).json();
        json.put("rulebook", "sha256:lost");
        Receipt lost = Receipt.of(without(json));

        assertThatThrownBy(() -> ATTRIBUTIONS.between(lost, lost)).isInstanceOf(EditionUnknown.class);
    }

    private static ObjectNode without(ObjectNode json) {
        ObjectNode fields = json.deepCopy();
        fields.remove("hash");
        return fields;
    }

    /** The first numeric questions, answered with their largest site of 9000 MW or their smallest values. */
    private static Map<String, Answer> answers(int count) {
        Map<String, Answer> answers = new HashMap<>();
        answers.put("power.largestSiteMw", new Answer.Number(9000));
        for (Question question : RULEBOOKS.current().questionnaire().questions()) {
            if (answers.size() < count
                    && question.kind().isNumeric()
                    && !question.section().equals("market")) {
                answers.putIfAbsent(question.id(), new Answer.Number(Math.max(1, question.min())));
            }
        }
        return answers;
    }
}
