package org.hashwise.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hashwise.questionnaire.Moves.Bounds;
import org.hashwise.questionnaire.Moves.Multiples;
import org.hashwise.questionnaire.Moves.OneOf;
import org.hashwise.questionnaire.Moves.Only;
import org.hashwise.rulebook.ShippedRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Moves of a value: by whom it can be changed, which way, and how far. */
class MovesTests {

    private static final Questionnaire QUESTIONS = ShippedRules.rulebook().questionnaire();

    private static Moves moves(String id) {
        return QUESTIONS.question(id).orElseThrow().moves();
    }

    private static String mover(String id, Answer from, Answer to) {
        return moves(id).mover(from, to).map(Mover::name).orElse("nobody");
    }

    @ParameterizedTest
    @CsvSource({
        "mining.hashrateEh, 10, 15, COMPANY",
        "mining.hashrateEh, 10, 9, nobody",
        "mining.hashrateEh, 10, 25, nobody",
        "mining.fleetEfficiencyJPerTh, 24, 18, COMPANY",
        "mining.fleetEfficiencyJPerTh, 24, 12, nobody",
        "mining.fleetEfficiencyJPerTh, 24, 25, nobody",
        "power.priceUsdPerKwh, 0.05, 0.045, COMPANY",
        "power.priceUsdPerKwh, 0.05, 0.035, MARKET",
        "power.priceUsdPerKwh, 0.05, 0.06, MARKET",
        "power.priceUsdPerKwh, 0.05, 0.1, nobody",
        "power.largestSiteMw, 100, 120, COMPANY",
        "power.largestSiteMw, 100, 100, nobody",
        "market.btcPriceUsd, 90000, 60000, MARKET",
        "market.blockSubsidyBtc, 3.125, 5.45, nobody",
        "mining.nonCashCostUsdPerMonth, 1000000, 500000, nobody",
        "treasury.debtUsd, 60000000, 30000000, COMPANY",
        "treasury.debtUsd, 60000000, 70000000, nobody",
        "treasury.debtDueInMonths, 3, 10, COMPANY",
        "treasury.debtDueInMonths, 10, 3, nobody",
        "hosting.capexUsdPerMw, 9000000, 8000000, COMPANY",
        "hosting.capexUsdPerMw, 9000000, 13300000, MARKET",
        "hosting.capexUsdPerMw, 9000000, 16000000, nobody"
    })
    void aNumberMovesAsFarAsItsPartyCanMoveIt(String id, double from, double to, String mover) {
        assertThat(mover(id, new Answer.Number(from), new Answer.Number(to))).isEqualTo(mover);
    }

    @ParameterizedTest
    @CsvSource({
        "hosting.tenantStage, TALKS, SIGNED, COMPANY",
        "hosting.tenantStage, SIGNED, TALKS, MARKET",
        "site.fibre, SINGLE, DIVERSE, COMPANY",
        "site.fibre, DIVERSE, SINGLE, nobody",
        "regulation.largeLoadPermit, NOT_APPLIED, HELD, STATE",
        "treasury.capitalAccess, CLOSED, OPEN, MARKET",
        "treasury.debtStanding, CURRENT, DEFAULT, MARKET",
        "power.siteControl, HOSTED_BY_OTHERS, OWNED, COMPANY"
    })
    void aChoiceMovesToTheChoicesOfItsParty(String id, String from, String to, String mover) {
        assertThat(mover(id, new Answer.Choice(from), new Answer.Choice(to))).isEqualTo(mover);
    }

    @ParameterizedTest
    @CsvSource({
        "power.supplyAtRisk, true, COMPANY",
        "power.supplyAtRisk, false, MARKET",
        "company.listed, false, COMPANY",
        "company.listed, true, nobody"
    })
    void aYesOrNoMovesOneWayOrTheOther(String id, boolean now, String mover) {
        assertThat(mover(id, new Answer.YesNo(now), new Answer.YesNo(!now))).isEqualTo(mover);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1_200_000})
    void multiplesOfNothingAndOfAnIncomeLeadNowhereElse(double now) {
        Multiples multiples = new Multiples(0.6, 1);
        assertThat(List.of(now / 2 - 1, 2 * now + 1, 1_000_000.0))
                .noneMatch(then -> multiples.includes(new Answer.Number(now), new Answer.Number(then)));
    }

    @Test
    void boundsIncludeTheirEndsInTheDirectionThatIsDeclared() {
        Bounds upwards = new Bounds(0, 10, Only.UP);
        assertThat(upwards.includes(new Answer.Number(5), new Answer.Number(10)))
                .isTrue();
        assertThat(upwards.includes(new Answer.Number(5), new Answer.Number(0))).isFalse();
        assertThat(upwards.includes(new Answer.Number(5), new Answer.Number(10.1)))
                .isFalse();
        assertThat(upwards.includes(new Answer.Number(5), new Answer.Choice("TEN")))
                .isFalse();
        OneOf downwards = new OneOf(java.util.Set.of("A", "C"), List.of("A", "B", "C"), Only.DOWN);
        assertThat(downwards.includes(new Answer.Choice("B"), new Answer.Choice("A")))
                .isTrue();
        assertThat(downwards.includes(new Answer.Choice("B"), new Answer.Choice("C")))
                .isFalse();
        assertThat(downwards.includes(new Answer.Choice("C"), new Answer.Choice("B")))
                .isFalse();
    }

    @Test
    void ofSeveralPartiesTheCompanyIsNamedFirst() {
        Moves both = new Moves(
                12,
                Map.of(Mover.STATE, new Moves.Anything(), Mover.COMPANY, new Moves.Anything()),
                new Text("", ""),
                new Text("", ""),
                new Text("", ""));
        assertThat(both.mover(new Answer.Number(1), new Answer.Number(2))).contains(Mover.COMPANY);
    }

    /** Only what can be moved is described: a clause for each direction, in both languages, with the new value. */
    @Test
    void everyQuestionThatSomebodyCanMoveHasWordsForTheChange() {
        assertThat(QUESTIONS.questions())
                .filteredOn(question ->
                        question.kind().isNumeric() && !question.moves().reach().isEmpty())
                .allSatisfy(question -> {
                    Text up = question.moves().clause(new Answer.Number(1), new Answer.Number(2));
                    Text down = question.moves().clause(new Answer.Number(2), new Answer.Number(1));
                    assertThat(List.of(
                                    up.in(Language.EN), up.in(Language.FR), down.in(Language.EN), down.in(Language.FR)))
                            .as(question.id())
                            .allMatch(clause -> clause.contains("{value}"));
                });
    }
}
