package org.hashwise.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hashwise.analysis.SampleCompanies.RULEBOOK;
import static org.hashwise.analysis.SampleCompanies.SETTINGS;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hashwise.advice.Situation;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Distribution;
import org.junit.jupiter.api.Test;

class InterviewerTests {

    private static final int SAMPLES = 300;
    private static final List<String> FLEET = List.of("mining.hashrateEh", "power.energizedMw");
    private static final Interviewer INTERVIEWER = new Interviewer(RULEBOOK, SETTINGS);

    @Test
    void probabilitiesSumToOne() {
        Interview interview = ask(SampleCompanies.unknown());
        assertThat(interview.probabilities().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isCloseTo(1, within(1e-9));
        assertThat(interview.settled()).isFalse();
        assertThat(interview.proven()).isFalse();
    }

    @Test
    void theSameSeedGivesTheSameReply() {
        assertThat(ask(SampleCompanies.unknown())).isEqualTo(ask(SampleCompanies.unknown()));
    }

    @Test
    void whatIsAnsweredIsNotAskedAgain() {
        Situation site = SampleCompanies.with(SampleCompanies.unknown(), "power.largestSiteMw", 245);
        Interview interview = ask(site);
        assertThat(interview.next()).extracting(Interview.Inquiry::id).doesNotContain("power.largestSiteMw");
        assertThat(interview.answered()).isEqualTo(1);
    }

    @Test
    void marketAndComputedValuesAreNotAsked() {
        assertThat(ask(SampleCompanies.unknown()).next())
                .extracting(Interview.Inquiry::id)
                .noneMatch(id -> id.startsWith("market."))
                .doesNotContain("mining.reportedCashCostPerBtcUsd");
    }

    @Test
    void aCompanyThatAnsweredEverythingIsProven() {
        Situation company = SampleCompanies.plausible(1);
        Interview interview = ask(company);
        assertThat(interview.proven()).isTrue();
        assertThat(interview.settled()).isTrue();
        assertThat(interview.next()).isEmpty();
        assertThat(interview.leading()).isEqualTo(RULEBOOK.verdict(company).strategy());
    }

    @Test
    void oneOpenNumberIsProvenCellByCell() {
        Answers answers = SampleCompanies.plausible(1).answers();
        for (String id : new String[] {"site.gpuCount", "hosting.contractYears", "power.priceUsdPerKwh"}) {
            Situation company = SampleCompanies.answering(answers.without(id));
            Interview interview = ask(company);
            long strategies = interview.probabilities().values().stream()
                    .filter(part -> part > 0)
                    .count();
            // a sample that saw two strategies refutes a proof
            assertThat(interview.proven() && strategies > 1).isFalse();
        }
        assertThat(ask(SampleCompanies.answering(answers.without("site.gpuCount")))
                        .proven())
                .isTrue();
    }

    @Test
    void aRoughAnswerIsSampledAndMayBeRefined() {
        PartialAnswers known = new PartialAnswers(
                SampleCompanies.unknown(),
                new TreeMap<>(Map.of("power.priceUsdPerKwh", new Distribution.Range(0.03, 0.05, 0.07))),
                new TreeSet<>());
        Interview interview = INTERVIEWER.interview(known, SAMPLES, 1);
        assertThat(interview.answered()).isEqualTo(1);
        assertThat(interview.next()).extracting(Interview.Inquiry::id).doesNotContain("power.priceUsdPerKwh");
        assertThat(interview.refine()).extracting(Interview.Inquiry::id).containsExactly("power.priceUsdPerKwh");
    }

    @Test
    void effortCountsAgainstAQuestion() {
        Interview interview = ask(SampleCompanies.unknown());
        for (int i = interview.missing().size() + 1; i < interview.next().size(); i++) {
            assertThat(worth(interview.next().get(i)))
                    .isLessThanOrEqualTo(worth(interview.next().get(i - 1)));
        }
    }

    @Test
    void factsThatCanOverturnAnyAdviceAreAskedFirst() {
        Interview interview = ask(SampleCompanies.unknown());
        assertThat(interview.reportable()).isFalse();
        assertThat(interview.missing())
                .contains("treasury.cashUsd", "treasury.debtDueIn12MonthsUsd")
                .hasSizeBetween(3, 7);
        assertThat(interview.next().subList(0, interview.missing().size()))
                .extracting(Interview.Inquiry::id)
                .containsExactlyInAnyOrderElementsOf(interview.missing());
    }

    @Test
    void hashrateAndMegawattsAreOneFact() {
        assertThat(fleet(ask(SampleCompanies.unknown()).missing())).hasSize(1);
        for (String id : FLEET) {
            assertThat(fleet(ask(SampleCompanies.with(SampleCompanies.unknown(), id, 20))
                            .missing()))
                    .isEmpty();
        }
    }

    private static List<String> fleet(List<String> ids) {
        return ids.stream().filter(FLEET::contains).toList();
    }

    @Test
    void nothingIsSettledWhileAFactIsMissingThatCanOverturnTheAdvice() {
        Situation company = SampleCompanies.plausible(1);
        for (String id : List.of("treasury.cashUsd", "treasury.debtDueIn12MonthsUsd", "treasury.capitalAccess")) {
            Interview interview =
                    ask(SampleCompanies.answering(company.answers().without(id)));
            assertThat(interview.settled()).as(id).isFalse();
            assertThat(interview.reportable()).as(id).isFalse();
            assertThat(interview.missing()).containsExactly(id);
        }
    }

    @Test
    void aCompanyWithoutDebtIsNotAskedWhatIsDue() {
        Answers answers = SampleCompanies.plausible(1).answers().without("treasury.debtDueIn12MonthsUsd");
        assertThat(ask(SampleCompanies.answering(answers.with("treasury.debtUsd", new Answer.Number(0))))
                        .missing())
                .isEmpty();
    }

    @Test
    void whatACompanyCannotAnswerIsNotAskedAgainAndKeepsTheAdviceUncertain() {
        Situation company = SampleCompanies.plausible(1);
        Answers answers = company.answers().only(id -> !id.startsWith("power.") && !id.startsWith("hosting."));
        Interview open = ask(SampleCompanies.answering(answers));
        TreeSet<String> unknown = new TreeSet<>();
        Interview exhausted = open;
        while (!exhausted.next().isEmpty()) {
            exhausted.next().forEach(inquiry -> unknown.add(inquiry.id()));
            exhausted = INTERVIEWER.interview(
                    new PartialAnswers(SampleCompanies.answering(answers), new TreeMap<>(), unknown), SAMPLES, 1);
        }

        assertThat(open.exhausted()).isFalse();
        assertThat(exhausted.exhausted()).isTrue();
        assertThat(unknown).contains("mining.reportedCashCostPerBtcUsd");
        assertThat(exhausted.unknown())
                .extracting(Interview.Inquiry::id)
                .contains("power.interconnection", "hosting.tenantStage");
        assertThat(exhausted.reportable()).isTrue();
        assertThat(exhausted.highest()).isLessThan(1);
    }

    private static double worth(Interview.Inquiry inquiry) {
        return inquiry.bits() / (1 + 0.5 * (inquiry.effort() - 1));
    }

    private static Interview ask(Situation situation) {
        return INTERVIEWER.interview(PartialAnswers.certain(situation), SAMPLES, 1);
    }
}
