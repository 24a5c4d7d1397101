package org.hashwise.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hashwise.advice.Advice;
import org.hashwise.advice.Adviser;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Language;
import org.hashwise.rulebook.bytecode.BulkRules;
import org.hashwise.rulebook.content.ContentsReader;
import org.hashwise.rulebook.engine.DroolsEngine;
import org.hashwise.rulebook.engine.RuleInterpreter;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.language.RulebookContents;
import org.hashwise.rulebook.model.CaseStudy;
import org.hashwise.rulebook.model.HouseView;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.testing.AgreementCheck;
import org.junit.jupiter.api.Test;

/** The rules of an edition with other values of some thresholds. */
class OverlayAdviserTests {

    private static final Rulebook RULEBOOK = ShippedRules.rulebook();
    private static final Map<String, Double> LARGE_SITES = Map.of("largeSiteMw", 120.0);

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
                .hasSizeLessThanOrEqualTo(16);
    }

    @Test
    void anOverlayThatIsNoLongerKeptServesItsUserAndAClosedEditionKeepsNone() {
        Rulebook rulebook = RulebookReader.read(SmallRules.edition(100));
        Adviser kept = rulebook.with(LARGE_SITES, "kept");
        Situation company =
                rulebook.situation(Answers.none(), SmallRules.MARKET_DAY).orElseThrow();
        Advice advice = kept.advise(company, Language.EN);

        rulebook.close();

        assertThat(rulebook.with(LARGE_SITES, "kept")).isNotSameAs(kept);
        assertThat(kept.advise(company, Language.EN)).isEqualTo(advice);
    }

    @Test
    void theRuleEngineGivesTheAdviceOfAnOverlay() {
        for (HouseView view : RULEBOOK.views()) {
            assertThat(RULEBOOK.with(view.parameters(), "overlay " + view.id()))
                    .asInstanceOf(type(EngineAdviser.class))
                    .extracting(rules -> rules.engine)
                    .isInstanceOf(DroolsEngine.class)
                    .isNotSameAs(RULEBOOK.engine());
        }
    }

    @Test
    void anOverlayIsWordedAsAFolderWithItsThresholds() {
        List<Map<String, Double>> overlays = Stream.concat(
                        RULEBOOK.views().stream().map(HouseView::parameters), Stream.of(LARGE_SITES))
                .toList();
        for (Map<String, Double> values : overlays) {
            String name = "overlay " + values;
            Adviser overlaid = RULEBOOK.with(values, name);
            try (DroolsEngine edited = DroolsEngine.of(edited(values))) {
                Adviser folder = new EngineAdviser(name, edited, Optional::empty);
                for (CaseStudy study : RULEBOOK.cases()) {
                    Situation company = ShippedRules.situation(study);
                    assertThat(overlaid.verdict(company)).as(study.id()).isEqualTo(folder.verdict(company));
                    for (Language language : Language.values()) {
                        assertThat(overlaid.advise(company, language))
                                .as(study.id())
                                .isEqualTo(folder.advise(company, language));
                    }
                }
            }
        }
    }

    /** The contents of the shipped files with other values written into them, which not all of their cases admit. */
    private static RulebookContents edited(Map<String, Double> values) {
        RulebookFiles files = ShippedRules.files();
        for (Map.Entry<String, Double> value : values.entrySet()) {
            files = new RulebookEdit.ThresholdValue(value.getKey(), value.getValue())
                    .in(files, RULEBOOK, Optional.empty())
                    .orElseThrow();
        }
        return new ContentsReader(files, Optional.empty(), new Problems()).readTested();
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
