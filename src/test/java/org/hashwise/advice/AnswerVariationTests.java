package org.hashwise.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hashwise.economics.Metric;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Question;
import org.hashwise.rulebook.Rulebook;
import org.hashwise.rulebook.ShippedRules;
import org.hashwise.rulebook.model.CaseStudy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A varied company is the one that is computed anew, to the last digit. */
class AnswerVariationTests {

    private static final Rulebook RULEBOOK = ShippedRules.rulebook();
    private static final Comparisons COMPARISONS = RULEBOOK.comparisons();

    static {
        RULEBOOK.verifyBytecodeBriefly();
    }

    /** Companies of the casebook, each with all its answers, with every second one and with every third one left out. */
    private static Stream<Situation> companies() {
        return RULEBOOK.cases().stream().flatMap(study -> Stream.of(0, 2, 3).map(step -> without(study, step)));
    }

    private static Situation without(CaseStudy study, int step) {
        Situation whole = ShippedRules.situation(study);
        if (step == 0) {
            return whole;
        }
        Answers answers = Answers.none();
        int number = 0;
        for (var answer : whole.answers().byId().entrySet()) {
            number++;
            if (number % step != 0) {
                answers = answers.with(answer.getKey(), answer.getValue());
            }
        }
        return whole.with(answers);
    }

    @Test
    void everyValueAndMetricAreThoseOfTheCompanyComputedAnew() {
        companies()
                .forEach(company -> forEachOtherAnswer(company, (position, answer) -> {
                    Situation varied = company.variation(position).with(answer);
                    Situation anew = company.with(position, answer);
                    assertThat(values(varied)).isEqualTo(values(anew));
                    assertThat(metrics(varied)).isEqualTo(metrics(anew));
                    assertThat(varied.answers()).isEqualTo(anew.answers());
                }));
    }

    @Test
    void theVerdictFollowsFromTheComparisonsThatMatter() {
        VerdictPool verdicts = new VerdictPool(RULEBOOK);
        companies().forEach(company -> {
            Comparisons.Unmet unmet = COMPARISONS.unmet(company);
            forEachOtherAnswer(company, (position, answer) -> {
                AnswerVariation variation = company.variation(position);
                DecisionThreshold[] matter = COMPARISONS.thatMatter(variation, unmet);
                Situation varied = variation.only(matter).with(answer);
                Verdict verdict = verdicts.verdict(company.with(position, answer));
                String id = RULEBOOK.questionnaire().questions().get(position).id();
                assertThat(verdicts.verdict(varied)).as(id).isEqualTo(verdict);
                boolean crosses = Arrays.stream(matter)
                        .anyMatch(
                                threshold -> Math.signum(threshold.gap(varied)) != Math.signum(threshold.gap(company)));
                if (answer instanceof Answer.Number && !crosses && words(varied).equals(words(company))) {
                    assertThat(verdict).as(id).isEqualTo(verdicts.verdict(company));
                }
            });
        });
    }

    /** The values that are no numbers. */
    private static List<Answer> words(Situation company) {
        return values(company).stream()
                .filter(value -> !(value instanceof Answer.Number))
                .toList();
    }

    @Test
    void thePriceOfACoinMovesMoreThanTheDepreciation() {
        Situation company = ShippedRules.situation(RULEBOOK.cases().get(0));
        assertThat(thresholds(company, "market.btcPriceUsd").length)
                .isGreaterThan(thresholds(company, "mining.nonCashCostUsdPerMonth").length)
                .isLessThan(COMPARISONS.all().length);
    }

    private static DecisionThreshold[] thresholds(Situation company, String id) {
        return COMPARISONS.thatMatter(
                company.variation(RULEBOOK.questionnaire().position(id)), COMPARISONS.unmet(company));
    }

    private interface OtherAnswer {
        void of(int position, Answer answer);
    }

    private static void forEachOtherAnswer(Situation company, OtherAnswer other) {
        List<Question> questions = RULEBOOK.questionnaire().questions();
        for (int position = 0; position < questions.size(); position++) {
            for (Answer answer : answers(questions.get(position), company.valueAt(position))) {
                other.of(position, answer);
            }
        }
    }

    private static List<Answer> answers(Question question, @Nullable Answer present) {
        List<Answer> answers = new ArrayList<>();
        switch (question.kind()) {
            case CHOICE -> question.choices().forEach(choice -> answers.add(new Answer.Choice(choice.value())));
            case YESNO -> answers.addAll(List.of(new Answer.YesNo(true), new Answer.YesNo(false)));
            case SHARES -> {
                if (present != null) {
                    answers.add(present);
                }
            }
            default -> {
                answers.add(new Answer.Number(question.min()));
                answers.add(new Answer.Number(question.min() + (question.max() - question.min()) / 7));
                if (present instanceof Answer.Number number) {
                    answers.add(number);
                    answers.add(new Answer.Number(Math.min(question.max(), number.value() * 1.1)));
                }
            }
        }
        return answers;
    }

    private static List<@Nullable Answer> values(Situation company) {
        List<@Nullable Answer> values = new ArrayList<>();
        for (int position = 0; position < RULEBOOK.questionnaire().questions().size(); position++) {
            values.add(company.valueAt(position));
        }
        return values;
    }

    private static double[] metrics(Situation company) {
        return Arrays.stream(Metric.values()).mapToDouble(company::metric).toArray();
    }
}
