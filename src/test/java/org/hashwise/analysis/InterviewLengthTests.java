package org.hashwise.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hashwise.analysis.SampleCompanies.RULEBOOK;
import static org.hashwise.analysis.SampleCompanies.SETTINGS;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.hashwise.advice.RuleReading;
import org.hashwise.advice.Situation;
import org.hashwise.economics.Metric;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Question;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The number of questions until the advice is settled, for plausible companies that answer what they are asked. */
class InterviewLengthTests {

    private static final Interviewer INTERVIEWER = new Interviewer(RULEBOOK, SETTINGS);
    private static final int MOST_QUESTIONS = 17;
    private static final double REQUIRED_AGREEMENT = 0.95;

    /** Picks the question to ask. */
    private interface Order extends Function<Interview, String> {}

    private record Outcome(int questions, boolean agrees) {}

    @Test
    void informationSettlesSoonerThanTheFixedOrderAndThanCountingRules() {
        int companies = 4;
        int samples = 80;
        double informed = mean(interviews(companies, samples, InterviewLengthTests::mostInformative));
        double fixed = mean(interviews(companies, samples, first(fixedOrder())));
        double counted = mean(interviews(companies, samples, first(countedOrder())));
        System.out.printf(
                "Questions until settled, mean of %d companies: information %.1f, fixed order %.1f, count of rules"
                        + " %.1f%n",
                companies, informed, fixed, counted);
        assertThat(informed).isLessThan(fixed).isLessThan(counted);
    }

    @Test
    void fewQuestionsSettleTheAdvice() {
        // so few companies scatter: the measure is the run over five hundred
        verify(interviews(9, 300, InterviewLengthTests::mostInformative), MOST_QUESTIONS + 4, 0.85);
    }

    @Test
    @Tag("long")
    void fewQuestionsSettleTheAdviceOfFiveHundredCompanies() {
        verify(
                interviews(500, SETTINGS.samples(), InterviewLengthTests::mostInformative),
                MOST_QUESTIONS,
                REQUIRED_AGREEMENT);
    }

    private static void verify(List<Outcome> outcomes, int most, double agreement) {
        List<Integer> questions =
                outcomes.stream().map(Outcome::questions).sorted().toList();
        int median = questions.get(questions.size() / 2);
        double agreeing = (double) outcomes.stream().filter(Outcome::agrees).count() / outcomes.size();
        System.out.printf(
                "Interviews of %d companies: median %d questions, most %d; %.1f %% get the advice of all answers%n",
                outcomes.size(), median, questions.get(questions.size() - 1), 100 * agreeing);
        assertThat(median).isLessThanOrEqualTo(most);
        assertThat(agreeing).isGreaterThanOrEqualTo(agreement);
    }

    private static double mean(List<Outcome> outcomes) {
        return outcomes.stream().mapToInt(Outcome::questions).average().orElseThrow();
    }

    private static List<Outcome> interviews(int companies, int samples, Order order) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int number = 0; number < companies; number++) {
            outcomes.add(interview(SampleCompanies.plausible(number), samples, order));
        }
        return outcomes;
    }

    private static Outcome interview(Situation company, int samples, Order order) {
        Answers answers = Answers.none();
        Interview interview = ask(answers, samples);
        int questions = 0;
        while (!interview.settled() && !interview.next().isEmpty()) {
            String id = order.apply(interview);
            Answer answer = company.valueAt(SampleCompanies.position(id));
            answers = answers.with(id, answer);
            questions++;
            interview = ask(answers, samples);
        }
        return new Outcome(
                questions, interview.advised() == RULEBOOK.verdict(company).strategy());
    }

    private static Interview ask(Answers answers, int samples) {
        return INTERVIEWER.interview(PartialAnswers.certain(SampleCompanies.answering(answers)), samples, 1);
    }

    private static String mostInformative(Interview interview) {
        return interview.next().get(0).id();
    }

    private static Order first(List<String> order) {
        return interview -> {
            Set<String> open = new HashSet<>();
            interview.next().forEach(inquiry -> open.add(inquiry.id()));
            return order.stream().filter(open::contains).findFirst().orElseThrow();
        };
    }

    private static List<String> fixedOrder() {
        return RULEBOOK.questionnaire().questions().stream().map(Question::id).toList();
    }

    /** Each rule that a question can reach, by itself or through a metric, counts one. */
    private static List<String> countedOrder() {
        Situation unknown = SampleCompanies.unknown();
        Map<String, Integer> counts = new HashMap<>();
        for (RuleReading rule : RULEBOOK.readings(unknown, Language.EN)) {
            Set<String> reached = new HashSet<>();
            for (RuleReading.ConditionReading condition : rule.conditions()) {
                for (String id : condition.reads().keySet()) {
                    Metric.ofId(id)
                            .ifPresentOrElse(metric -> reached.addAll(unknown.basisOf(metric)), () -> reached.add(id));
                }
            }
            reached.forEach(id -> counts.merge(id, 1, Integer::sum));
        }
        return fixedOrder().stream()
                .sorted(Comparator.comparing((String id) -> -counts.getOrDefault(id, 0)))
                .toList();
    }
}
