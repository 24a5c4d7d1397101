package org.hashwise.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hashwise.advice.Advice;
import org.hashwise.advice.Situation;
import org.hashwise.analysis.Interview;
import org.hashwise.analysis.StrategyMap;
import org.hashwise.consultation.Analyses;
import org.hashwise.consultation.Consultation;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Section;
import org.hashwise.rulebook.model.CaseStudy;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;

/** Puts together the page with the advice: what is kept, or what is tried through the lens of the visit. */
final class AdvicePages {

    private final Consultation consultation;
    private final Analyses analyses;

    AdvicePages(Consultation consultation, Analyses analyses) {
        this.consultation = consultation;
        this.analyses = analyses;
    }

    /** @param problems with the value that was typed to be tried */
    ModelAndView page(QuestionnaireSession visit, PageText words, List<FieldProblem> problems) {
        WhatIf lens = visit.lens();
        var asked = request(visit, words, lens.applied(visit.answers()));
        Advice advice = consultation.advise(asked);
        Situation situation = consultation.situation(asked);
        Interview interview =
                RoughNumbers.interview(analyses, asked, RoughNumbers.of(consultation, visit, asked.answers(), words));
        Reasons reasons = Reasons.of(advice);
        ModelAndView page = new ModelAndView("pages/advice");
        page.addObject("advice", advice);
        page.addObject("reasons", reasons);
        page.addObject("footing", Confidence.of(advice, consultation.questionnaire(), visit.answers()));
        page.addObject("surety", Probabilities.of(interview));
        page.addObject("ranking", RankingChart.of(advice));
        page.addObject(
                "turns",
                FlipSummary.of(
                        advice.recommendation().strategy(), analyses.flips(asked), consultation.questionnaire()));
        page.addObject(
                "smallest",
                reasons.runnerUp() == null
                        ? null
                        : analyses.smallestChange(asked, reasons.runnerUp().strategy(), Set.of()));
        page.addObject("map", map(asked, situation, lens));
        page.addObject("costs", CostChart.of(advice, situation.number("market.btcPriceUsd")));
        Advice.Calendar calendar = advice.calendar();
        if (calendar != null) {
            page.addObject("liquidity", LiquidityChart.of(calendar));
        }
        page.addObject("metrics", MetricGroup.tables(advice));
        page.addObject("visit", visit);
        page.addObject("study", study(visit));
        page.addObject("comparison", comparison(visit, words, advice));
        page.addObject("sections", consultation.questionnaire().sections());
        page.addObject("field", field(visit, words, problems));
        page.addObject("places", PlaceFields.known(consultation, words));
        page.addObject("problems", problems);
        page.addObject("lively", true);
        return page;
    }

    private static Consultation.Request request(QuestionnaireSession visit, PageText words, Answers answers) {
        return new Consultation.Request(visit.company(), visit.asOf(), words.language(), answers);
    }

    // A question may have been withdrawn since it was chosen, or may have lost its value.
    private MapView map(Consultation.Request asked, Situation situation, WhatIf lens) {
        List<String> choices = MapView.choices(situation);
        WhatIf over = choices.containsAll(List.of(lens.across(), lens.up())) ? lens : WhatIf.clear();
        StrategyMap map = analyses.map(
                asked,
                MapView.axis(situation, over.across(), MapView.COLUMNS),
                MapView.axis(situation, over.up(), MapView.ROWS));
        return MapView.of(map, situation);
    }

    private @Nullable AdviceComparison comparison(QuestionnaireSession visit, PageText words, Advice after) {
        Answers tried = visit.lens().tried();
        if (tried.byId().isEmpty()) {
            return null;
        }
        var kept = request(visit, words, visit.answers());
        return AdviceComparison.of(consultation.advise(kept), after, consultation.situation(kept), tried);
    }

    /** The field for the value to be tried; it shows what counts now. */
    private @Nullable Field field(QuestionnaireSession visit, PageText words, List<FieldProblem> problems) {
        Question question =
                consultation.questionnaire().question(visit.lens().asked()).orElse(null);
        if (question == null) {
            return null;
        }
        Section alone = SectionEntry.alone(question);
        return new Fields(consultation, words, trial(visit, alone))
                .of(alone, problems)
                .get(0);
    }

    /** The visit as the field for a value to be tried shows it. */
    QuestionnaireSession trial(QuestionnaireSession visit, Section alone) {
        QuestionnaireSession applied = visit.answering(visit.lens().tried());
        Question question = alone.questions().get(0);
        boolean typing = visit.lens().asked().equals(question.id())
                && !visit.lens().typed().isEmpty();
        return typing ? applied.typing(question, visit.lens().typed()) : applied;
    }

    private @Nullable CaseStudy study(QuestionnaireSession visit) {
        return Optional.ofNullable(visit.example())
                .flatMap(consultation::caseStudy)
                .orElse(null);
    }
}
