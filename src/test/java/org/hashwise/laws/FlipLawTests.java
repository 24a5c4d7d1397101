package org.hashwise.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hashwise.laws.RandomMiners.RULEBOOK;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.analysis.Flip;
import org.hashwise.analysis.FlipFinder;
import org.hashwise.questionnaire.Answer;

/** The recommendation changes exactly at a flip: it is another one there, and the same just before. */
@Domain(RandomMiners.class)
class FlipLawTests {

    private static final FlipFinder FINDER = new FlipFinder(RULEBOOK);

    /** The distance that counts as just before a flip, as part of the way. */
    private static final double HAIR = 1e-8;

    /** Few, as each of them asks for thousands of verdicts. */
    @Property(tries = 12, seed = "20260630")
    void theAdviceIsTheNewOneAtTheFlipAndTheOldOneJustBefore(@ForAll Situation company) {
        Strategy now = strategy(company);
        for (Flip flip : FINDER.flips(company)) {
            int position = RULEBOOK.questionnaire().position(flip.id());
            assertThat(strategy(company.with(position, flip.at())))
                    .as(flip.toString())
                    .isEqualTo(flip.to())
                    .isNotEqualTo(now);
            if (flip.at() instanceof Answer.Number at && flip.current() instanceof Answer.Number current) {
                double before = at.value() + (current.value() - at.value()) * HAIR;
                boolean roomBetween = Math.abs(at.value() - current.value()) > HAIR * Math.max(1, Math.abs(at.value()));
                assertThat(roomBetween ? strategy(company.with(position, new Answer.Number(before))) : now)
                        .as("just before " + flip)
                        .isEqualTo(now);
            }
        }
    }

    private static Strategy strategy(Situation company) {
        return RULEBOOK.verdict(company).strategy();
    }
}
