package org.hashwise.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hashwise.analysis.Companies.RULEBOOK;
import static org.hashwise.analysis.Companies.SETTINGS;

import java.util.List;
import java.util.stream.IntStream;
import org.hashwise.advice.Situation;
import org.hashwise.questionnaire.Answer;
import org.hashwise.rulebook.ShippedRules;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Prints how long the analyses take, each beside the plain way to the same result, measured in the same run. Medians, in
 * milliseconds; nothing is asserted about them, as they are those of the machine.
 */
@Tag("bench")
class AnalysisBenchTests {

    private static final int WARM_UP = 12;
    private static final int ROUNDS = 15;
    private static final Axis PRICE = new Axis("market.btcPriceUsd", 40_000, 160_000, 60);
    private static final Axis POWER = new Axis("power.priceUsdPerKwh", 0.02, 0.12, 60);

    private final Interviewer interviewer = new Interviewer(RULEBOOK, SETTINGS);
    private final List<Situation> casebook =
            RULEBOOK.cases().stream().map(ShippedRules::situation).toList();

    @Test
    void probabilityAndNextQuestion() {
        Known unknown = Known.certain(Companies.unknown());
        List<Situation> companies = IntStream.range(0, SETTINGS.samples())
                .mapToObj(Companies::plausible)
                .toList();
        double plain = median(() -> companies.forEach(RULEBOOK::verdict));
        double ours = median(() -> interviewer.interview(unknown, SETTINGS.samples(), 1));
        tell("interview of 2,000 samples", ours, "2,000 verdicts one after another, without drawing or ranking", plain);
        assertThat(ours).isPositive();
    }

    @Test
    void flips() {
        FlipFinder finder = new FlipFinder(RULEBOOK);
        double plain = median(() -> scan(casebook.get(next()), 20));
        double ours = median(() -> finder.flips(casebook.get(next())));
        tell("all flips of a company, exact", ours, "scan of 20 values per answer", plain);
        assertThat(ours).isPositive();
    }

    @Test
    void map() {
        StrategyMapper mapper = new StrategyMapper(RULEBOOK);
        double plain = median(() -> plainMap(casebook.get(next())));
        double ours = median(() -> mapper.map(casebook.get(next()), PRICE, POWER));
        tell("map of 60 by 60", ours, "3,600 verdicts one after another", plain);
        assertThat(ours).isPositive();
    }

    private int turn;

    private int next() {
        return turn++ % casebook.size();
    }

    private static void scan(Situation company, int points) {
        RULEBOOK.questionnaire().questions().forEach(question -> {
            if (company.valueAt(Companies.position(question.id())) instanceof Answer.Number) {
                for (int step = 0; step < points; step++) {
                    double value = question.min() + (question.max() - question.min()) * step / points;
                    RULEBOOK.verdict(Companies.with(company, question.id(), value));
                }
            }
        });
    }

    private static void plainMap(Situation company) {
        for (int row = 0; row < POWER.steps(); row++) {
            for (int column = 0; column < PRICE.steps(); column++) {
                Situation there = Companies.with(company, POWER.id(), POWER.at(row));
                RULEBOOK.verdict(Companies.with(there, PRICE.id(), PRICE.at(column)));
            }
        }
    }

    private static double median(Runnable work) {
        for (int round = 0; round < WARM_UP; round++) {
            work.run();
        }
        double[] times = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            work.run();
            times[round] = (System.nanoTime() - start) / 1e6;
        }
        java.util.Arrays.sort(times);
        return times[ROUNDS / 2];
    }

    private static void tell(String what, double ours, String baseline, double plain) {
        System.out.printf("%s: %.1f ms; %s: %.1f ms (%.2f of it)%n", what, ours, baseline, plain, ours / plain);
    }
}
