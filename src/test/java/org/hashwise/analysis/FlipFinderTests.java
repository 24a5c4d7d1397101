package org.hashwise.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hashwise.analysis.SampleCompanies.RULEBOOK;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.analysis.Flip.Direction;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Mover;
import org.hashwise.questionnaire.Question;
import org.hashwise.rulebook.ShippedRules;
import org.hashwise.rulebook.SmallRules;
import org.hashwise.rulebook.model.CaseStudy;
import org.hashwise.rulebook.testing.BoundaryCompanies;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlipFinderTests {

    private static final FlipFinder FINDER = new FlipFinder(RULEBOOK);
    private static final double HAIR = 1e-8;

    /** The direction in which no company moves these of its own will. */
    private static final Map<String, Direction> WORSE = Map.of(
            "mining.hashrateEh", Direction.DOWN,
            "hosting.capexUsdPerMw", Direction.UP,
            "mining.cashOverheadUsdPerMonth", Direction.UP,
            "mining.fleetEfficiencyJPerTh", Direction.UP,
            "power.priceUsdPerKwh", Direction.UP,
            "treasury.debtUsd", Direction.UP);

    @ParameterizedTest
    @ValueSource(strings = {"hut8-2024-06", "cango-2025-03", "argo-2022-10"})
    void theRecommendationChangesExactlyThere(String id) {
        Situation company = SampleCompanies.of(id);
        Strategy now = strategy(company);
        List<Flip> flips = FINDER.flips(company);
        assertThat(flips).isNotEmpty();
        for (Flip flip : flips) {
            int position = SampleCompanies.position(flip.id());
            assertThat(strategy(company.with(position, flip.at())))
                    .as(flip.toString())
                    .isEqualTo(flip.to());
            if (flip.at() instanceof Answer.Number at && flip.current() instanceof Answer.Number current) {
                double before = at.value() + (current.value() - at.value()) * HAIR;
                boolean hairsBreadth = Math.abs(at.value() - current.value()) < HAIR;
                assertThat(hairsBreadth || strategy(SampleCompanies.with(company, flip.id(), before)) == now)
                        .as(flip.toString())
                        .isTrue();
            }
        }
    }

    @Test
    void theNearestGoFirst() {
        assertThat(FINDER.flips(SampleCompanies.of("hut8-2024-06")))
                .extracting(Flip::distancePercent)
                .isSortedAccordingTo(Comparator.nullsLast(Comparator.naturalOrder()));
    }

    @Test
    void theNearestIsTheFirstOfAll() {
        BoundaryCompanies.of(ShippedRules.engine(), SmallRules.MARKET_DAY, 20)
                .forEach(FlipFinderTests::theNearestIsTheFirstOfAll);
    }

    @Test
    void theNearestOfCompaniesLikeThoseOfTheCasebookIsTheFirstOfAll() {
        Random random = new Random(5);
        RULEBOOK.cases().forEach(study -> theNearestIsTheFirstOfAll(likeness(ShippedRules.situation(study), random)));
    }

    @Test
    void theNearestOfSampledCompaniesIsTheFirstOfAll() {
        for (int number = 0; number < 40; number++) {
            theNearestIsTheFirstOfAll(SampleCompanies.plausible(number));
            theNearestIsTheFirstOfAll(SampleCompanies.independent(number));
        }
    }

    private static void theNearestIsTheFirstOfAll(Situation company) {
        assertThat(FINDER.nearest(company))
                .isEqualTo(FINDER.flips(company).stream().findFirst());
    }

    /** A company with other numbers of the same order; every fifth answer is left out. */
    private static Situation likeness(Situation company, Random random) {
        Answers answers = Answers.none();
        for (Map.Entry<String, Answer> given : company.answers().byId().entrySet()) {
            Question question =
                    RULEBOOK.questionnaire().question(given.getKey()).orElseThrow();
            Answer answer = given.getValue();
            if (answer instanceof Answer.Number number) {
                double changed = number.value() * Math.exp(0.7 * random.nextGaussian());
                answer = new Answer.Number(Math.max(question.min(), Math.min(question.max(), changed)));
            }
            answers = random.nextInt(5) == 0 ? answers : answers.with(given.getKey(), answer);
        }
        return company.with(answers);
    }

    @Test
    void aStretchBetweenTwoValuesOfTheGridIsFoundBeforeAnotherChange() {
        Situation company = SampleCompanies.of("lmfunding-2025-06");
        Map<String, Double> others = Map.of(
                "mining.hashrateEh", 0.425,
                "mining.cashOverheadUsdPerMonth", 781_000.0,
                "mining.reportedCashCostPerBtcUsd", 81_340.0,
                "treasury.btcHeld", 131.14,
                "treasury.monthlyCashBurnUsd", 334_000.0);
        for (Map.Entry<String, Double> other : others.entrySet()) {
            company = SampleCompanies.with(company, other.getKey(), other.getValue());
        }
        String price = "market.btcPriceUsd";
        Strategy there = strategy(SampleCompanies.with(company, price, 43_200));
        assertThat(there).isNotEqualTo(strategy(company));
        assertThat(strategy(SampleCompanies.with(company, price, 42_000))).isEqualTo(strategy(company));
        Flip flip = FINDER.nearest(company).orElseThrow();
        assertThat(flip.id()).isEqualTo(price);
        assertThat(((Answer.Number) flip.at()).value()).isGreaterThan(43_200);
        assertThat(flip.to()).isEqualTo(there);
    }

    @Test
    void aFlipIsTheEndOfTheIntervalAroundThePresentValue() {
        for (String id : List.of("hut8-2024-06", "cango-2025-03", "terawulf-2025-08")) {
            Situation company = SampleCompanies.of(id);
            for (Flip flip : FINDER.flips(company)) {
                if (flip.at() instanceof Answer.Number at && flip.current() instanceof Answer.Number current) {
                    DecisionRegions regions = new DecisionRegions(RULEBOOK, questions());
                    assertThat(BreakpointScan.of(regions, company, SampleCompanies.position(flip.id())))
                            .filteredOn(cell -> cell.verdict().strategy() != strategy(company))
                            .as(flip.toString())
                            .noneMatch(cell -> isBetween(cell, current.value(), at.value()));
                }
            }
        }
    }

    private static boolean isBetween(BreakpointScan.Cell cell, double one, double other) {
        return cell.from() > Math.min(one, other) * (1 + HAIR) && cell.to() < Math.max(one, other) * (1 - HAIR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hut8-2024-06", "terawulf-2025-08", "argo-2022-10", "cango-2025-03", "iren-2025-11"})
    void everyFlipIsMadeByAPartyThatCanOrIsAnAssumptionWithinItsPlausibleRange(String id) {
        assertThat(FINDER.flips(SampleCompanies.of(id))).allSatisfy(flip -> {
            Question question = RULEBOOK.questionnaire().question(flip.id()).orElseThrow();
            assertThat(flip.by())
                    .isEqualTo(question.moves().mover(flip.current(), flip.at()).orElse(null));
            assertThat(flip.by() != null || (flip.assumed() && question.spread().includes(flip.current(), flip.at())))
                    .as(flip.toString())
                    .isTrue();
            assertThat(flip.kind() == Controllability.COMPANY).isEqualTo(flip.by() == Mover.COMPANY);
        });
    }

    @Test
    void nobodyRaisesTheSubsidyOrCutsTheHashrateOrRaisesCosts() {
        for (CaseStudy study : RULEBOOK.cases()) {
            for (Flip flip : FINDER.flips(ShippedRules.situation(study))) {
                assertThat(flip.id()).isNotEqualTo("market.blockSubsidyBtc");
                if (flip.id().equals("treasury.debtStanding")) {
                    assertThat(study.answers().get("treasury.debtUsd"))
                            .as("a loan in default needs a loan: %s", study.id())
                            .isNotEqualTo(Optional.of(new Answer.Number(0)));
                }
                if (flip.by() == Mover.COMPANY && WORSE.containsKey(flip.id())) {
                    assertThat(flip.direction()).as(flip.toString()).isNotEqualTo(WORSE.get(flip.id()));
                }
            }
        }
    }

    @Test
    void aThresholdIsMetToTheLastDigit() {
        // a site is large from the threshold on, not from a ten-millionth above it
        double large = SampleCompanies.threshold("largeSiteMw");
        Situation company = SampleCompanies.of("iren-2025-11");
        assertThat(BreakpointScan.of(
                        new DecisionRegions(RULEBOOK, questions()),
                        company,
                        SampleCompanies.position("power.largestSiteMw")))
                .anyMatch(cell -> Math.abs(cell.from() - large) < 1e-9);
    }

    @Test
    void aScanFindsNothingThatWasMissed() {
        scan(SampleCompanies.of("galaxy-2025-03"), 120);
    }

    @Test
    @Tag("long")
    void aScanOfTheCasebookFindsNothingThatWasMissed() {
        for (CaseStudy study : RULEBOOK.cases()) {
            scan(ShippedRules.situation(study), 2_000);
        }
    }

    private static void scan(Situation company, int points) {
        Strategy now = strategy(company);
        List<Flip> flips = FINDER.flips(company);
        for (Question question : questions()) {
            int position = SampleCompanies.position(question.id());
            if (company.valueAt(position) instanceof Answer.Number current && !changesWhenStated(flips, question)) {
                double up = end(flips, question, Direction.UP, question.max());
                double down = end(flips, question, Direction.DOWN, question.min());
                for (double value : values(question, current.value(), points)) {
                    boolean nearer = value < up && value > down;
                    boolean possible = question.moves()
                            .mover(current, new Answer.Number(value))
                            .isPresent();
                    if ((possible && nearer)
                            || (possible
                                    && value == question.min()
                                    && down == value
                                    && !has(flips, question, Direction.DOWN))) {
                        assertThat(strategy(SampleCompanies.with(company, question.id(), value)))
                                .as("%s at %s between %s and %s", question.id(), value, down, up)
                                .isEqualTo(now);
                    }
                }
            }
        }
    }

    /** True when the advice is another as soon as an assumed value is stated as it is, since less is assumed of others then. */
    private static boolean changesWhenStated(List<Flip> flips, Question question) {
        return flips.stream()
                .anyMatch(flip -> flip.id().equals(question.id())
                        && flip.assumed()
                        && flip.at().equals(flip.current()));
    }

    private static boolean has(List<Flip> flips, Question question, Direction direction) {
        return flips.stream().anyMatch(flip -> flip.id().equals(question.id()) && flip.direction() == direction);
    }

    private static double end(List<Flip> flips, Question question, Direction direction, double otherwise) {
        return flips.stream()
                .filter(flip -> flip.id().equals(question.id()) && flip.direction() == direction)
                .mapToDouble(flip -> ((Answer.Number) flip.at()).value())
                .findFirst()
                .orElse(otherwise);
    }

    /** Half of the values in even steps over the range, half in steps by a factor around the current value. */
    private static NavigableSet<Double> values(Question question, double current, int points) {
        NavigableSet<Double> values = new TreeSet<>();
        int half = points / 2;
        for (int step = 0; step <= half; step++) {
            values.add(question.min() + (question.max() - question.min()) * step / half);
            double factor = Math.pow(10, 6.0 * (step - points / 4) / points);
            values.add(Math.max(question.min(), Math.min(question.max(), current * factor)));
        }
        return values;
    }

    private static Strategy strategy(Situation situation) {
        return RULEBOOK.verdict(situation).strategy();
    }

    private static List<Question> questions() {
        return RULEBOOK.questionnaire().questions();
    }
}
