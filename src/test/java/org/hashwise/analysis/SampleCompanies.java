package org.hashwise.analysis;

import java.util.Map;
import org.hashwise.advice.Sampler;
import org.hashwise.advice.Situation;
import org.hashwise.market.MarketSnapshot;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.rulebook.Rulebook;
import org.hashwise.rulebook.ShippedRules;

/** Companies that the analyses are tried on: those of the casebook, and plausible ones. */
final class SampleCompanies {

    static final Rulebook RULEBOOK = ShippedRules.rulebook();
    static final AnalysisSettings SETTINGS =
            new AnalysisSettings(95, 2_000, 200_000, 250_000, 20260630, 0.01, 0.5, 20, 30_000);

    private static final MarketSnapshot MARKET =
            RULEBOOK.markets().asOf(java.time.LocalDate.of(2025, 11, 30)).orElseThrow();
    private static final long SEED = 4711;

    private SampleCompanies() {}

    /** A company of the casebook on its day. */
    static Situation of(String id) {
        return RULEBOOK.cases().stream()
                .filter(study -> study.id().equals(id))
                .findFirst()
                .map(ShippedRules::situation)
                .orElseThrow();
    }

    /** A company with these answers only. */
    static Situation answering(Answers answers) {
        return Situation.of(RULEBOOK.questionnaire(), answers, MARKET, RULEBOOK.jurisdictions(), MARKET.asOf());
    }

    static Situation unknown() {
        return answering(Answers.none());
    }

    /** A plausible company that answered everything. */
    static Situation plausible(long number) {
        return new Sampler(
                        RULEBOOK.questionnaire(),
                        MARKET,
                        RULEBOOK.jurisdictions(),
                        MARKET.asOf(),
                        Answers.none(),
                        Map.of(),
                        SEED)
                .company(number);
    }

    /** The value of a threshold that rules compare with. */
    static double threshold(String name) {
        return RULEBOOK.parameters().get(name).value();
    }

    static int position(String id) {
        return RULEBOOK.questionnaire().position(id);
    }

    static Situation with(Situation situation, String id, double value) {
        return situation.with(position(id), new Answer.Number(value));
    }
}
