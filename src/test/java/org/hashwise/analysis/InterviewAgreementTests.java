package org.hashwise.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hashwise.analysis.SampleCompanies.RULEBOOK;
import static org.hashwise.analysis.SampleCompanies.SETTINGS;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.hashwise.advice.Situation;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.rulebook.ShippedRules;
import org.hashwise.rulebook.model.CaseStudy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Agreement of the advice with which an interview ends with that of all answers, for companies that the declared spreads did not
 * expect: with independent answers, and real ones of which much was not published.
 */
class InterviewAgreementTests {

    private static final Interviewer INTERVIEWER = new Interviewer(RULEBOOK, SETTINGS);
    private static final double REQUIRED_OF_INDEPENDENT = 0.92;
    private static final double REQUIRED_OF_CASEBOOK = 0.95;
    private static final int MOST_QUESTIONS_OF_CASEBOOK = 18;
    private static final int SOME = 8;

    /** Few companies and samples scatter, and one of eight may go wrong: the measures are the long runs. */
    private static final double REQUIRED_OF_SOME = 0.85;

    private record Outcome(int questions, boolean agrees) {}

    @Test
    void theSettledAdviceHoldsForCompaniesWithIndependentAnswers() {
        List<Outcome> outcomes = outcomes(2 * SOME, number -> interview(SampleCompanies.independent(number), 400));
        assertThat(agreement(outcomes)).isGreaterThanOrEqualTo(REQUIRED_OF_SOME);
    }

    @Test
    @Tag("long")
    void theSettledAdviceHoldsForHundredsOfCompaniesWithIndependentAnswers() {
        List<Outcome> outcomes =
                outcomes(300, number -> interview(SampleCompanies.independent(number), SETTINGS.samples()));
        assertThat(agreement(outcomes)).isGreaterThanOrEqualTo(REQUIRED_OF_INDEPENDENT);
    }

    @Test
    void anExhaustedInterviewGivesTheAdviceOfAllThatIsKnown() {
        List<CaseStudy> cases = RULEBOOK.cases();
        int each = cases.size() / SOME;
        List<Outcome> outcomes = outcomes(SOME, number -> interview(cases.get(each * number), 800));
        assertThat(agreement(outcomes)).isGreaterThanOrEqualTo(REQUIRED_OF_SOME);
    }

    @Test
    @Tag("long")
    void overTheCasebookAnExhaustedInterviewIsShortAndGivesTheAdviceOfAllThatIsKnown() {
        List<CaseStudy> cases = RULEBOOK.cases();
        List<Outcome> outcomes = outcomes(cases.size(), number -> interview(cases.get(number), SETTINGS.samples()));
        assertThat(agreement(outcomes)).isGreaterThanOrEqualTo(REQUIRED_OF_CASEBOOK);
        assertThat(median(outcomes)).isLessThanOrEqualTo(MOST_QUESTIONS_OF_CASEBOOK);
    }

    private static List<Outcome> outcomes(int companies, IntFunction<Outcome> interview) {
        List<Outcome> outcomes =
                IntStream.range(0, companies).mapToObj(interview).toList();
        System.out.printf(
                "Interviews of %d companies: median %d questions, mean %.1f; %.1f %% get the advice of all answers%n",
                companies,
                median(outcomes),
                outcomes.stream().mapToInt(Outcome::questions).average().orElseThrow(),
                100 * agreement(outcomes));
        return outcomes;
    }

    private static double agreement(List<Outcome> outcomes) {
        return (double) outcomes.stream().filter(Outcome::agrees).count() / outcomes.size();
    }

    private static int median(List<Outcome> outcomes) {
        List<Integer> questions =
                outcomes.stream().map(Outcome::questions).sorted().toList();
        return questions.get(questions.size() / 2);
    }

    private static Outcome interview(CaseStudy study, int samples) {
        return interview(ShippedRules.situation(study), samples);
    }

    /** The company does not know what it did not answer. The market of its day is given from the start. */
    private static Outcome interview(Situation company, int samples) {
        Answers answers = company.answers().only(id -> id.startsWith("market."));
        TreeSet<String> unknown = new TreeSet<>();
        Interview interview = ask(company, answers, unknown, samples);
        int questions = 0;
        while (!interview.settled() && !interview.exhausted()) {
            String id = interview.next().get(0).id();
            Answer answer = company.answers().byId().get(id);
            if (answer == null) {
                unknown.add(id);
            } else {
                answers = answers.with(id, answer);
            }
            questions++;
            interview = ask(company, answers, unknown, samples);
        }
        return new Outcome(
                questions, interview.advised() == RULEBOOK.verdict(company).strategy());
    }

    private static Interview ask(Situation company, Answers answers, SortedSet<String> unknown, int samples) {
        return INTERVIEWER.interview(new PartialAnswers(company.with(answers), new TreeMap<>(), unknown), samples, 1);
    }
}
