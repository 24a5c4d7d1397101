package org.hashwise.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hashwise.advice.Strategy;
import org.hashwise.consultation.ViewPanel.Divider;
import org.hashwise.consultation.ViewPanel.Opinion;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Problem;
import org.hashwise.rulebook.Rulebook;
import org.hashwise.rulebook.ShippedRules;
import org.hashwise.rulebook.engine.Ranking;
import org.hashwise.rulebook.engine.RuleInterpreter;
import org.hashwise.rulebook.model.CaseStudy;
import org.hashwise.rulebook.model.HouseView;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Overlays of the shipped edition, and the house views that are names for some. */
class OverlaysTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Rulebook RULEBOOK = ShippedRules.rulebook();
    private static final Overlays OVERLAYS = Overlays.of(RULEBOOK);
    private static final Wording WORDING = Wording.of(RULEBOOK::questionnaire);

    @Test
    void anOverlayThatChangesNothingGivesTheAdviceOfTheEditionUnderAnotherName() {
        double own = RULEBOOK.threshold("largeSiteMw");
        Overlay overlay = overlay("{'parameters': {'largeSiteMw': " + own + "}}");

        for (CaseStudy study : RULEBOOK.cases()) {
            Evaluation evaluation = evaluation(study);
            ObjectNode advice = json(evaluation);
            ObjectNode overlaid = json(OVERLAYS.apply(evaluation, overlay));

            assertThat(overlaid.path("rulebook").asString())
                    .isEqualTo(RULEBOOK.edition() + "+overlay:" + overlay.hash());
            overlaid.set("rulebook", advice.path("rulebook"));
            assertThat(overlaid).as(study.id()).isEqualTo(advice);
        }
    }

    @Test
    void theHashFollowsTheContentAndNothingElse() {
        assertThat(overlay("{'parameters': {'largeSiteMw': 120, 'richMnav': 2}}")
                        .hash())
                .isEqualTo(overlay("{'answers': {}, 'parameters': {'richMnav': 2.0, 'largeSiteMw': 120}}")
                        .hash())
                .isNotEqualTo(overlay("{'parameters': {'largeSiteMw': 121, 'richMnav': 2}}")
                        .hash())
                .isNotEqualTo(overlay(
                                "{'parameters': {'largeSiteMw': 120, 'richMnav': 2}, 'answers': {'treasury.cashUsd': 1}}")
                        .hash());
        assertThat(overlay("{'market': {'btcPriceUsd': 50000}}").hash())
                .isEqualTo(overlay("{'market': {'market.btcPriceUsd': 50000}}").hash());
        HouseView view = RULEBOOK.views().get(0);
        ObjectNode same = JSON.createObjectNode();
        same.set("parameters", JSON.valueToTree(view.parameters()));
        assertThat(overlay(same.toString()).edition(RULEBOOK.edition())).isEqualTo(OVERLAYS.edition(view));
    }

    @Test
    void answersAndMarketValuesOfAnOverlayCountInPlaceOfThoseOfTheCompany() {
        CaseStudy study = RULEBOOK.cases().get(0);
        Overlay overlay = overlay("{'answers': {'treasury.cashUsd': 123}, 'market': {'btcPriceUsd': 41000}}");

        Evaluation overlaid = OVERLAYS.apply(evaluation(study), overlay);

        assertThat(overlaid.situation().number("treasury.cashUsd")).isEqualTo(123);
        assertThat(overlaid.situation().number("market.btcPriceUsd")).isEqualTo(41_000);
        assertThat(overlaid.advice().marketOverridden()).contains("market.btcPriceUsd");
        assertThat(overlaid.request().company()).isEqualTo(study.company());
    }

    @Test
    void everythingThatIsWrongWithAnOverlayIsToldAtOnce() {
        assertThatThrownBy(() -> read("""
                {'overlay': {'parameters': {'largeSiteMw': 5000, 'largeSiteMW': 1, 'distressSigns': 1.5, 'richMnav': 'x'},
                 'answers': {'treasury.cashUsd': -1}, 'market': {'btcPrice': 1}, 'thresholds': {}},
                 'views': ['lendor']}"""))
                .asInstanceOf(type(InvalidRequest.class))
                .extracting(InvalidRequest::problems)
                .satisfies(problems -> {
                    assertThat(problems)
                            .extracting(Problem::id)
                            .containsExactly(
                                    "overlay.answers.treasury.cashUsd",
                                    "overlay.market.btcPrice",
                                    "overlay.parameters.distressSigns",
                                    "overlay.parameters.largeSiteMW",
                                    "overlay.parameters.largeSiteMw",
                                    "overlay.parameters.richMnav",
                                    "overlay.thresholds",
                                    "views");
                    assertThat(problems)
                            .extracting(Problem::suggestion)
                            .contains("market.btcPriceUsd", "largeSiteMw", "2000", "lender");
                    assertThat(WORDING.problem(problems.get(4), Language.EN))
                            .isEqualTo("The threshold largeSiteMw takes a value from 1 to 2,000 MW.");
                    assertThat(WORDING.problem(problems.get(7), Language.EN))
                            .contains("cautious-board, growth-investor, lender");
                });
    }

    @Test
    void aValueThatIsGivenUnderTwoNamesIsToldAndNoneIsDropped() {
        assertThatThrownBy(() -> read("""
                {'overlay': {'answers': {'market.btcPriceUsd': 40000},
                 'market': {'btcPriceUsd': 50000, 'market.btcPriceUsd': 60000}}}"""))
                .asInstanceOf(type(InvalidRequest.class))
                .extracting(InvalidRequest::problems)
                .satisfies(problems -> {
                    assertThat(problems)
                            .extracting(Problem::id)
                            .containsExactly("overlay.answers.market.btcPriceUsd", "overlay.market.market.btcPriceUsd");
                    assertThat(problems).extracting(Problem::code).containsOnly(Problem.Code.ONE_TOO_MANY);
                    assertThat(WORDING.problem(problems.get(1), Language.EN))
                            .isEqualTo(
                                    "Give either overlay.market.btcPriceUsd or overlay.market.market.btcPriceUsd, not both.");
                });
    }

    @Test
    void theThresholdThatDividesAViewIsTheFirstThatChangesTheStrategyAlone() {
        ViewPanel panel = OVERLAYS.panel(OVERLAYS.views());
        int dissents = 0;
        int divided = 0;
        for (CaseStudy study : RULEBOOK.cases()) {
            Strategy own = strategy(study, Map.of());
            for (Opinion opinion : panel.opinions(ShippedRules.situation(study), own)) {
                Strategy expected = strategy(study, opinion.view().parameters());
                assertThat(opinion.verdict().strategy()).isEqualTo(expected);
                assertThat(opinion.agrees()).isEqualTo(expected == own);
                if (expected != own) {
                    List<String> alone = opinion.view().overrides().stream()
                            .filter(override -> strategy(study, Map.of(override.parameter(), override.value())) != own)
                            .map(HouseView.Setting::parameter)
                            .toList();
                    Divider divider = opinion.dividedBy();
                    assertThat(
                                    divider == null
                                            ? List.of()
                                            : List.of(divider.parameter().name()))
                            .isEqualTo(alone.stream().limit(1).toList());
                    dissents++;
                    divided += divider == null ? 0 : 1;
                }
            }
        }
        assertThat(divided).isPositive();
        assertThat(dissents).isGreaterThanOrEqualTo(divided);
    }

    @Test
    void anOpinionSaysInBothLanguagesWhatDivides() {
        ViewPanel panel = OVERLAYS.panel(OVERLAYS.views());
        List<Opinion> opinions = RULEBOOK.cases().stream()
                .map(ShippedRules::situation)
                .flatMap(company ->
                        panel.opinions(company, RULEBOOK.verdict(company).strategy()).stream())
                .filter(opinion -> opinion.dividedBy() != null)
                .limit(1)
                .toList();
        Divider divider = Objects.requireNonNull(opinions.get(0).dividedBy());

        ViewsItem english = ViewsItem.of(opinions, WORDING, Language.EN);
        ViewsItem french = ViewsItem.of(opinions, WORDING, Language.FR);

        assertThat(english.agreement()).isZero();
        assertThat(english.of()).isEqualTo(1);
        assertThat(english.dissenters()).containsExactly(opinions.get(0).view().id());
        assertThat(english.opinions().get(0).text())
                .contains(divider.parameter().meaning().in(Language.EN), "instead of");
        assertThat(french.opinions().get(0).text())
                .contains(divider.parameter().meaning().in(Language.FR), "au lieu de");
    }

    private static Strategy strategy(CaseStudy study, Map<String, Double> thresholds) {
        RuleInterpreter rules = new RuleInterpreter(ShippedRules.contents().withThresholds(thresholds));
        return Ranking.of(rules.evaluate(ShippedRules.situation(study))).strategy();
    }

    private static Evaluation evaluation(CaseStudy study) {
        return Evaluation.of(
                RULEBOOK,
                new Consultation.Request(study.company(), study.asOf(), Language.EN, study.answers()),
                study.asOf());
    }

    private static ObjectNode json(Evaluation evaluation) {
        return JSON.valueToTree(AdviceDocument.of(evaluation.advice(), WORDING));
    }

    private static Overlay overlay(String json) {
        return Objects.requireNonNull(read("{'overlay': " + json + "}").overlay());
    }

    private static Alternatives read(String json) {
        try {
            byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
            AdviceRequest body = AdviceRequest.with(
                    JsonBody.read(new ByteArrayInputStream(bytes)),
                    RULEBOOK.questionnaire(),
                    Language.EN,
                    Alternatives.OVERLAY,
                    Alternatives.VIEWS);
            Alternatives alternatives = OVERLAYS.read(body);
            body.finish();
            return alternatives;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
