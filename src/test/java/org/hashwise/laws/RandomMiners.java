package org.hashwise.laws;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;
import org.hashwise.advice.Sampler;
import org.hashwise.advice.Situation;
import org.hashwise.market.MarketSnapshot;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.rulebook.Rulebook;
import org.hashwise.rulebook.ShippedRules;

/**
 * Companies that answered everything, each in a market of our history: what they answered scatters as the questions
 * declare, and every other one is in a tight place, as most rules look at those.
 */
public final class RandomMiners extends DomainContextBase {

    static final Rulebook RULEBOOK = ShippedRules.rulebook();

    private static final long SEED = 8128;
    private static final int MOST = 100_000;
    private static final List<MarketSnapshot> MARKETS =
            RULEBOOK.markets().snapshots().stream().toList();

    static {
        RULEBOOK.verifyBytecodeBriefly();
    }

    @Provide
    Arbitrary<Situation> companies() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, MOST), Arbitraries.of(MARKETS), Arbitraries.of(true, false))
                .as(RandomMiners::company);
    }

    private static Situation company(long number, MarketSnapshot market, boolean tight) {
        Answers given = tight
                ? Answers.of(
                        Map.of("treasury.capitalAccess", new Answer.Choice(number % 2 == 0 ? "LIMITED" : "CLOSED")))
                : Answers.none();
        Sampler sampler = new Sampler(
                RULEBOOK.questionnaire(), market, RULEBOOK.jurisdictions(), market.asOf(), given, Map.of(), SEED);
        Situation company = sampler.company(number);
        return tight ? with(company, "treasury.cashUsd", company.number("treasury.cashUsd") / 20) : company;
    }

    static Situation with(Situation company, String id, double value) {
        return company.with(RULEBOOK.questionnaire().position(id), new Answer.Number(value));
    }
}
