package org.hashwise.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hashwise.advice.Sampler;
import org.hashwise.advice.Situation;
import org.hashwise.assessment.AnswersJson;
import org.hashwise.market.MarketSnapshot;
import org.hashwise.questionnaire.Answers;
import org.hashwise.rulebook.Rulebook;
import org.hashwise.rulebook.ShippedRules;
import org.hashwise.rulebook.model.CaseStudy;

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
        Sampler sampler = sampler();
        List<Situation> companies = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            companies.add(sampler.company(number));
        }
        return companies;
    }

    private static Sampler sampler() {
        Rulebook rulebook = ShippedRules.rulebook();
        return new Sampler(
                rulebook.questionnaire(), market(), rulebook.jurisdictions(), DAY, Answers.none(), Map.of(), SEED);
    }

    /** Writes plausible companies, with answers to as many questions as those of the casebook, as lines of requests; returns their file. */
    static Path lines(Path file, int count) throws IOException {
        Sampler sampler = sampler();
        List<CaseStudy> studies = ShippedRules.rulebook().cases();
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            for (int number = 0; number < count; number++) {
                Answers asked = studies.get(number % studies.size()).answers();
                Answers answers = sampler.company(number).answers().only(asked::has);
                writer.write("{\"id\":" + number + ",\"asOf\":\"" + DAY + "\",\"answers\":"
                        + AnswersJson.write(answers) + "}\n");
            }
        }
        return file;
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
