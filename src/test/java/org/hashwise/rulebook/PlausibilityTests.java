package org.hashwise.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hashwise.advice.Advice;
import org.hashwise.advice.Doubt;
import org.hashwise.advice.Situation;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Question;
import org.hashwise.rulebook.engine.Ranking;
import org.hashwise.rulebook.engine.RuleInterpreter;
import org.hashwise.rulebook.language.RuleRole;
import org.hashwise.rulebook.model.CaseStudy;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.testing.BoundaryCompanies;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Doubts about answers, as the shipped rules raise them. */
class PlausibilityTests {

    private static final LocalDate DAY = LocalDate.of(2025, 11, 30);
    private static final Rulebook RULES = ShippedRules.rulebook();

    @Test
    void moreHashrateThanThePowerRunsIsDoubtedAndAnotherUnitSuggested() {
        List<Doubt> doubts = doubts(Map.of("mining.hashrateEh", 250.0, "power.energizedMw", 5.0));

        assertThat(doubts).hasSize(1);
        assertThat(doubts.get(0).ids()).containsExactly("mining.hashrateEh", "power.energizedMw");
        assertThat(doubts.get(0).suggestion()).isEqualTo(new Doubt.SuggestedAnswer("mining.hashrateEh", 0.25));
        assertThat(doubts.get(0).text()).contains("250 EH/s", "5 MW", "PH/s?");
    }

    @Test
    void aDoubtIsToldInFrenchToo() {
        Doubt doubt = doubts(Answers.of(Map.of("power.priceUsdPerKwh", new Answer.Number(0.9))), DAY, Language.FR)
                .get(0);

        assertThat(doubt.rule().title()).contains("prix de l’électricité");
        assertThat(doubt.text()).contains("0,9", "virgule");
    }

    @Test
    void theExtremeCompaniesOfTheFindingsAreAllDoubted() {
        assertThat(rules(Map.of("power.priceUsdPerKwh", 0.9))).containsExactly("PLAUS-07");
        assertThat(rules(Map.of(
                        "mining.hashrateEh", 8.0, "mining.fleetEfficiencyJPerTh", 24.0, "power.energizedMw", 160.0)))
                .containsExactly("PLAUS-02");
        assertThat(rules(Map.of("mining.hashrateEh", 1.0, "power.energizedMw", 1000.0)))
                .containsExactly("PLAUS-05");
        assertThat(rules(Map.of("hosting.contractedMw", 245.0, "power.largestSiteMw", 100.0)))
                .containsExactly("PLAUS-21");
        assertThat(rules(Map.of("hosting.contractedMw", 330.0, "power.largestSiteMw", 330.0)))
                .containsExactly("PLAUS-20");
        assertThat(rules(Map.of("hosting.leaseUsdPerKwMonth", 808.0))).containsExactly("PLAUS-24");
        assertThat(rules(Map.of("hosting.leaseUsdPerKwMonth", 2000.0))).containsExactly("PLAUS-23");
        assertThat(rules(Map.of(
                        "power.energizedMw", 100.0,
                        "power.priceUsdPerKwh", 0.05,
                        "power.demandResponseUsdPerYear", 114e6)))
                .containsExactly("PLAUS-10");
        assertThat(rules(Map.of("treasury.pledgedPercent", 100.0, "treasury.debtUsd", 0.0, "treasury.btcHeld", 900.0)))
                .containsExactly("PLAUS-57");
        assertThat(rules(Map.of("treasury.cashUsd", 300e6, "treasury.marketCapUsd", 25e6, "treasury.debtUsd", 0.0)))
                .containsExactly("PLAUS-52");
    }

    @Test
    void sumsTypedInMillionsAreSuggestedInDollars() {
        List<Doubt> doubts = doubts(Map.of(
                "treasury.cashUsd", 25.0,
                "treasury.debtUsd", 60.0,
                "treasury.marketCapUsd", 210.0,
                "power.demandResponseUsdPerYear", 4.0));

        assertThat(doubts.stream().map(Doubt::suggestion))
                .containsExactlyInAnyOrder(
                        new Doubt.SuggestedAnswer("treasury.cashUsd", 25e6),
                        new Doubt.SuggestedAnswer("treasury.debtUsd", 60e6),
                        new Doubt.SuggestedAnswer("treasury.marketCapUsd", 210e6),
                        new Doubt.SuggestedAnswer("power.demandResponseUsdPerYear", 4e6));
    }

    @Test
    void aDayInTheFarFutureIsDoubted() {
        List<Doubt> doubts = doubts(Answers.none(), LocalDate.of(2099, 1, 1), Language.EN);

        assertThat(doubts).hasSize(1);
        assertThat(doubts.get(0).ids()).containsExactly("asOf");
        assertThat(doubts.get(0).suggestion()).isNull();
    }

    @Test
    void theSubsidyIsHeldAgainstTheHalvings() {
        Answers answers = Answers.of(Map.of("market.blockSubsidyBtc", new Answer.Number(3.125)));

        assertThat(doubts(answers, LocalDate.of(2024, 3, 31), Language.EN))
                .extracting(Doubt::suggestion)
                .containsExactly(new Doubt.SuggestedAnswer("market.blockSubsidyBtc", 6.25));
        assertThat(doubts(answers, LocalDate.of(2024, 4, 30), Language.EN)).isEmpty();
        assertThat(doubts(answers, LocalDate.of(2028, 6, 30), Language.EN))
                .extracting(Doubt::suggestion)
                .containsExactly(new Doubt.SuggestedAnswer("market.blockSubsidyBtc", 1.5625));
    }

    @Test
    void whatIsAssumedIsNotDoubted() {
        assertThat(doubts(Map.of())).isEmpty();
        assertThat(doubts(Map.of("mining.hashrateEh", 80.0))).isEmpty();
        assertThat(doubts(Map.of("power.energizedMw", 9000.0))).isEmpty();
        assertThat(doubts(Map.of("hosting.contractedMw", 5000.0))).isEmpty();
        assertThat(doubts(Map.of("treasury.debtDueIn12MonthsUsd", 5e9))).isEmpty();
    }

    @Test
    void usualAnswersAreNotDoubted() {
        Map<String, Answer> answers = new TreeMap<>();
        Situation blank = situation(Answers.none(), DAY);
        for (Question question : RULES.questionnaire().questions()) {
            Answer usual = blank.valueAt(RULES.questionnaire().position(question.id()));
            if (usual != null) {
                answers.put(question.id(), usual);
            }
        }

        assertThat(doubts(Answers.of(answers), DAY, Language.EN)).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> noRealCompanyIsDoubted() {
        RulebookFiles files = RulebookFiles.in(Path.of("rules"));
        List<CaseStudy> studies = new ArrayList<>(RULES.cases());
        studies.addAll(HeldOutCasebook.studies(files));
        return studies.stream()
                .map(study -> DynamicTest.dynamicTest(
                        study.id(),
                        () -> assertThat(doubts(study.answers(), study.asOf(), Language.EN))
                                .extracting(doubt -> doubt.rule().id() + " " + doubt.text())
                                .isEmpty()));
    }

    @Test
    void noDoubtChangesAVerdict() {
        RuleInterpreter without = new RuleInterpreter(ShippedRules.contents().with(RuleRole.PLAUSIBILITY, List.of()));
        RuleInterpreter with = new RuleInterpreter(ShippedRules.contents());
        List<Situation> companies = BoundaryCompanies.of(ShippedRules.engine(), SmallRules.MARKET_DAY, 1_000)
                .toList();

        assertThat(companies)
                .allSatisfy(company -> assertThat(Ranking.of(with.evaluate(company)))
                        .isEqualTo(Ranking.of(without.evaluate(company))));
        assertThat(companies)
                .as("companies that are doubted at all")
                .anyMatch(company -> !with.plausibility().about(company).isEmpty());
    }

    @Test
    void everySuggestionIsTakenByItsQuestionAndIsAnotherAnswer() {
        BoundaryCompanies.of(ShippedRules.engine(), SmallRules.MARKET_DAY, 1_000)
                .flatMap(company -> doubts(company, Language.EN).stream()
                        .map(Doubt::suggestion)
                        .filter(Objects::nonNull)
                        .map(suggestion -> Map.entry(company, suggestion)))
                .forEach(each -> {
                    Doubt.SuggestedAnswer suggestion = each.getValue();
                    Question question =
                            RULES.questionnaire().question(suggestion.id()).orElseThrow();
                    assertThat(suggestion.value()).isBetween(question.min(), question.max());
                    assertThat(each.getKey().answers().get(suggestion.id()))
                            .isPresent()
                            .isNotEqualTo(Optional.of(new Answer.Number(suggestion.value())));
                });
    }

    @Test
    void sentencesOfDoubtsAreFilledInBothLanguages() {
        BoundaryCompanies.of(ShippedRules.engine(), SmallRules.MARKET_DAY, 300).forEach(company -> {
            for (Language language : Language.values()) {
                assertThat(doubts(company, language))
                        .extracting(Doubt::text)
                        .allSatisfy(text -> assertThat(text).doesNotContain("{", "}", "–", "NaN", "∞"));
            }
        });
    }

    private static List<String> rules(Map<String, Double> answers) {
        return doubts(answers).stream().map(doubt -> doubt.rule().id()).toList();
    }

    private static List<Doubt> doubts(Map<String, Double> answers) {
        Map<String, Answer> given = new TreeMap<>();
        answers.forEach((id, number) -> given.put(id, new Answer.Number(number)));
        return doubts(Answers.of(given), DAY, Language.EN);
    }

    private static List<Doubt> doubts(Answers answers, LocalDate day, Language language) {
        return doubts(situation(answers, day), language);
    }

    private static List<Doubt> doubts(Situation situation, Language language) {
        Advice advice = RULES.advise(situation, language);
        return Objects.requireNonNull(advice.doubts());
    }

    private static Situation situation(Answers answers, LocalDate day) {
        return RULES.situation(answers, day).orElseThrow();
    }
}
