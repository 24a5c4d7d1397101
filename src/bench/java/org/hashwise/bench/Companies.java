package org.hashwise.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hashwise.advice.Sampler;
import org.hashwise.advice.Situation;
import org.hashwise.market.MarketSnapshot;
import org.hashwise.questionnaire.Answers;
import org.hashwise.rulebook.Rulebook;
import org.hashwise.rulebook.ShippedRules;

/** The companies of the benchmarks. Their economics are computed: a situation does that when it is made. */
final class Companies {

    static final LocalDate DAY = LocalDate.of(2025, 11, 30);
    private static final long SEED = 4711;

    private Companies() {}

    /** The companies of the casebook, and plausible ones. */
    static List<Situation> withSampled(int sampled) {
        List<Situation> companies = new ArrayList<>(casebook());
        companies.addAll(sampled(sampled));
        return companies;
    }

    static List<Situation> casebook() {
        return ShippedRules.rulebook().cases().stream()
                .map(ShippedRules::situation)
                .toList();
    }

    static List<Situation> sampled(int count) {
        Rulebook rulebook = ShippedRules.rulebook();
        Sampler sampler = new Sampler(
                rulebook.questionnaire(), market(), rulebook.jurisdictions(), DAY, Answers.none(), Map.of(), SEED);
        List<Situation> companies = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            companies.add(sampler.company(number));
        }
        return companies;
    }

    /** A company that has answered nothing. */
    static Situation unknown() {
        return answering(Answers.none());
    }

    static Situation answering(Answers answers) {
        Rulebook rulebook = ShippedRules.rulebook();
        return Situation.of(rulebook.questionnaire(), answers, market(), rulebook.jurisdictions(), DAY);
    }

    private static MarketSnapshot market() {
        return ShippedRules.rulebook().markets().asOf(DAY).orElseThrow();
    }
}
