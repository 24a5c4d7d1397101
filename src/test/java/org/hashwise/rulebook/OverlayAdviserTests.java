package org.hashwise.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hashwise.advice.Adviser;
import org.hashwise.advice.Strategy;
import org.hashwise.rulebook.bytecode.BulkRules;
import org.hashwise.rulebook.engine.RuleInterpreter;
import org.hashwise.rulebook.language.RulebookContents;
import org.hashwise.rulebook.model.CaseStudy;
import org.hashwise.rulebook.model.HouseView;
import org.hashwise.rulebook.testing.AgreementCheck;
import org.junit.jupiter.api.Test;

/** The rules of an edition with other values of some thresholds. */
class OverlayAdviserTests {

    private static final Rulebook RULEBOOK = ShippedRules.rulebook();

    @Test
    void bytecodeWithTheThresholdsOfAViewDecidesAsItsRulesDo() {
        BulkRules bytecode = BulkRules.of(ShippedRules.contents());
        assertThat(RULEBOOK.views()).hasSize(3);
        for (HouseView view : RULEBOOK.views()) {
            RulebookContents contents = ShippedRules.contents().withThresholds(view.parameters());

            assertThat(AgreementCheck.brief(new RuleInterpreter(contents))
                            .firstDifference(
                                    bytecode.with(contents.thresholds()).evaluator(), () -> false))
                    .as(view.id())
                    .isEmpty();
            assertThat(AgreementCheck.brief(new RuleInterpreter(contents))
                            .firstDifference(bytecode.evaluator(), () -> false))
                    .as("the view differs from the edition, so that the check could fail")
                    .isPresent();
        }
    }

    @Test
    void rulesThatWereMadeAreUsedAgainAndOfManyOnlySomeAreKept() {
        Rulebook rulebook = RulebookReader.interpret(SmallRules.edition(100));
        Adviser made = rulebook.with(Map.of(), "first");

        assertThat(rulebook.with(Map.of(), "first")).isSameAs(made);
        List<Adviser> others = IntStream.range(0, 1_000)
                .mapToObj(number -> rulebook.with(Map.of(), "other " + number))
                .toList();
        assertThat(IntStream.range(0, 1_000)
                        .filter(number -> rulebook.with(Map.of(), "other " + number) == others.get(number)))
                .hasSizeLessThanOrEqualTo(64);
    }

    @Test
    void everyViewDecidesAboutEveryCompanyOfTheCasebookAndDissentsOnSome() {
        for (HouseView view : RULEBOOK.views()) {
            Adviser rules = RULEBOOK.with(view.parameters(), view.id());
            long dissents = RULEBOOK.cases().stream()
                    .filter(study ->
                            rules.verdict(ShippedRules.situation(study)).strategy() != own(study))
                    .count();

            assertThat(dissents).as(view.id()).isBetween(1L, RULEBOOK.cases().size() / 2L);
        }
    }

    private static Strategy own(CaseStudy study) {
        return RULEBOOK.verdict(ShippedRules.situation(study)).strategy();
    }
}
