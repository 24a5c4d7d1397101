package org.hashwise.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hashwise.advice.Advice;
import org.hashwise.advice.RankedStrategy;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.analysis.Flip;
import org.hashwise.analysis.MarketAge;
import org.hashwise.analysis.StrategyMap;
import org.hashwise.consultation.Analyses;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.Evaluation;
import org.hashwise.consultation.Projections;
import org.hashwise.consultation.Projections.Scenario;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Section;
import org.hashwise.rulebook.model.CaseStudy;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;

/** Makes the page with the advice on the answers of a session, or on those with the values that are tried. */
final class AdvicePages {

    private static final int PEERS = 3;

    private final Consultation consultation;
    private final Analyses analyses;
    private final Projections projections;

    AdvicePages(Consultation consultation, Analyses analyses, Projections projections) {
        this.consultation = consultation;
        this.analyses = analyses;
        this.projections = projections;
    }

    /**
     * @param typed what was typed in the session
     * @param problems with the value that was typed to be tried
     */
    ModelAndView page(QuestionnaireSession visit, SectionEntry typed, PageText words, List<FieldProblem> problems) {
        WhatIf lens = visit.lens();
        Evaluation given = consultation.evaluate(visit.request(words));
        boolean tries = !lens.tried().byId().isEmpty();
        Evaluation evaluation = tries ? given.with(lens.applied(visit.answers())) : given;
        Advice advice = evaluation.advice();
        Situation situation = evaluation.situation();
        Reasons reasons = Reasons.of(advice);
        ModelAndView page = new ModelAndView("pages/advice");
        page.addObject("advice", advice);
        page.addObject("doubts", DoubtView.of(advice, words));
        page.addObject("company", visit.company());
        page.addObject("reasons", reasons);
        Confidence confidence = Confidence.of(advice, evaluation.questionnaire(), visit.answers());
        RankedStrategy second = confidence.runnerUp();
        Strategy runnerUp = second == null ? null : second.strategy();
        page.addObject("footing", confidence);
        page.addObject("second", runnerUp == null ? null : reasons.other(runnerUp));
        page.addObject(
                "surety",
                Probabilities.of(RoughNumbers.interview(
                        analyses, evaluation, typed, visit.trail().skipped())));
        page.addObject("ranking", RankingChart.of(advice));
        List<Flip> flips = analyses.flips(evaluation);
        page.addObject("turns", FlipSummary.of(advice.recommendation().strategy(), flips, runnerUp));
        page.addObject("age", MarketAge.of(situation, consultation.markets(), flips));
        page.addObject("projection", projection(evaluation, flips, lens.scenario(), runnerUp));
        page.addObject("smallest", runnerUp == null ? null : analyses.smallestChange(evaluation, runnerUp, Set.of()));
        page.addObject("map", map(evaluation, lens));
        page.addObject("costs", CostChart.of(advice, situation.number("market.btcPriceUsd")));
        Advice.Calendar calendar = advice.calendar();
        if (calendar != null) {
            page.addObject("liquidity", LiquidityChart.of(calendar));
        }
        page.addObject("metrics", MetricGroup.tables(advice));
        page.addObject("visit", visit);
        page.addObject("study", study(visit));
        page.addObject("peers", PeerView.Nearest.of(analyses.peers(evaluation, PEERS), consultation, situation));
        page.addObject(
                "comparison",
                tries ? AdviceComparison.of(given.advice(), advice, given.situation(), lens.tried()) : null);
        page.addObject("sections", evaluation.questionnaire().sections());
        Field field = field(evaluation, visit, words, problems);
        page.addObject("field", field);
        page.addObject("entry", field == null ? null : "/advice/what-if");
        page.addObject("places", PlaceFields.known(consultation, words));
        page.addObject("problems", problems);
        page.addObject("lively", true);
        return page;
    }

    /** The months of the company; null when the rulebook has no parameters of a projection. */
    private @Nullable ProjectionView projection(
            Evaluation evaluation, List<Flip> flips, Scenario scenario, @Nullable Strategy runnerUp) {
        Strategy advised = evaluation.advice().recommendation().strategy();
        return projections
                .settings()
                .map(settings -> projections.project(evaluation, flips, Projections.Request.usual(settings, scenario)))
                .map(made -> ProjectionView.of(made, scenario, advised, ProjectionView.beside(advised, runnerUp)))
                .orElse(null);
    }

    // A question may have been withdrawn since it was chosen, or may have lost its value.
    private MapView map(Evaluation evaluation, WhatIf lens) {
        Situation situation = evaluation.situation();
        List<String> choices = MapView.choices(situation);
        WhatIf over = choices.containsAll(List.of(lens.across(), lens.up())) ? lens : WhatIf.clear();
        StrategyMap map = analyses.map(
                evaluation,
                MapView.axis(situation, over.across(), MapView.COLUMNS),
                MapView.axis(situation, over.up(), MapView.ROWS));
        return MapView.of(map, situation);
    }

    /** The field for the value to be tried; it shows what counts now. */
    private static @Nullable Field field(
            Evaluation evaluation, QuestionnaireSession visit, PageText words, List<FieldProblem> problems) {
        Question question =
                evaluation.questionnaire().question(visit.lens().asked()).orElse(null);
        if (question == null) {
            return null;
        }
        Section alone = SectionEntry.alone(question);
        return new Fields(evaluation, words, trial(visit, alone))
                .of(alone, problems)
                .get(0);
    }

    /** The visit as the field for a value to be tried shows it. */
    static QuestionnaireSession trial(QuestionnaireSession visit, Section alone) {
        QuestionnaireSession applied = visit.answering(visit.lens().tried());
        Question question = alone.questions().get(0);
        boolean typing = visit.lens().asked().equals(question.id())
                && !visit.lens().typed().isEmpty();
        return typing ? applied.typing(question, visit.lens().typed(), Answers.none()) : applied;
    }

    private @Nullable CaseStudy study(QuestionnaireSession visit) {
        return Optional.ofNullable(visit.example())
                .flatMap(consultation::caseStudy)
                .orElse(null);
    }
}
