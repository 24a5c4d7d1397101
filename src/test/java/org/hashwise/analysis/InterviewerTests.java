package org.hashwise.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hashwise.analysis.SampleCompanies.RULEBOOK;
import static org.hashwise.analysis.SampleCompanies.SETTINGS;

import java.util.Map;
import java.util.TreeMap;
import org.hashwise.advice.Situation;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Distribution;
import org.junit.jupiter.api.Test;

class InterviewerTests {

    private static final int SAMPLES = 300;
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
                new TreeMap<>(Map.of("power.priceUsdPerKwh", new Distribution.Range(0.03, 0.05, 0.07))));
        Interview interview = INTERVIEWER.interview(known, SAMPLES, 1);
        assertThat(interview.answered()).isEqualTo(1);
        assertThat(interview.next()).extracting(Interview.Inquiry::id).doesNotContain("power.priceUsdPerKwh");
        assertThat(interview.refine()).extracting(Interview.Inquiry::id).containsExactly("power.priceUsdPerKwh");
    }

    @Test
    void effortCountsAgainstAQuestion() {
        Interview interview = ask(SampleCompanies.unknown());
        for (int i = 1; i < interview.next().size(); i++) {
            assertThat(worth(interview.next().get(i)))
                    .isLessThanOrEqualTo(worth(interview.next().get(i - 1)));
        }
    }

    private static double worth(Interview.Inquiry inquiry) {
        return inquiry.bits() / (1 + 0.5 * (inquiry.effort() - 1));
    }

    private static Interview ask(Situation situation) {
        return INTERVIEWER.interview(PartialAnswers.certain(situation), SAMPLES, 1);
    }
}
