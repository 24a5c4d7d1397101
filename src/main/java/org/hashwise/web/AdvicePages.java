package org.hashwise.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hashwise.advice.Advice;
import org.hashwise.advice.Assumption;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.analysis.Counterfactual;
import org.hashwise.analysis.Flip;
import org.hashwise.analysis.Interview;
import org.hashwise.analysis.MarketAge;
import org.hashwise.analysis.Step;
import org.hashwise.analysis.StrategyMap;
import org.hashwise.assessment.Receipt;
import org.hashwise.assessment.ReceiptFields;
import org.hashwise.consultation.Analyses;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.Evaluation;
import org.hashwise.consultation.MetricGroup;
import org.hashwise.consultation.ProjectionDocument;
import org.hashwise.consultation.Projections;
import org.hashwise.consultation.Projections.MarketScenario;
import org.hashwise.consultation.RecordedAdvice;
import org.hashwise.economics.Metric;
import org.hashwise.market.MarketSnapshot;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Section;
import org.hashwise.rulebook.model.CaseStudy;
import org.hashwise.text.PageText;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;

/** The page with an advice: on the answers of a session, on those with the values that are tried, or of a receipt. */
final class AdvicePages {

    private static final String HASHPRICE = "economics.hashpriceUsdPerPhDay";
    private static final int PEERS = 3;

    /** The answers with the sums and the date of the first sentence about money: what there is, and what falls due. */
    private static final List<String> FUNDS = List.of("treasury.cashUsd", "treasury.btcHeld");

    private static final List<String> DUE = List.of("treasury.debtDueIn12MonthsUsd", "treasury.debtDueInMonths");

    private final Consultation consultation;
    private final Analyses analyses;
    private final Projections projections;

    AdvicePages(Consultation consultation, Analyses analyses, Projections projections) {
        this.consultation = consultation;
        this.analyses = analyses;
        this.projections = projections;
    }

    /**
     * The page of a session.
     *
     * @param typed what was typed in the session
     * @param problems with the value that was typed to be tried
     */
    ModelAndView page(QuestionnaireSession session, SectionEntry typed, PageText texts, List<FieldProblem> problems) {
        WhatIf whatIf = session.whatIf();
        Evaluation given = consultation.evaluate(session.request(texts));
        boolean tries = !whatIf.tried().byId().isEmpty();
        Evaluation evaluation = tries ? given.with(whatIf.applied(session.answers())) : given;
        Interview interview = RoughNumbers.interview(
                analyses, evaluation, typed, session.history().skipped());
        ModelAndView page = page(evaluation, interview, whatIf, null, texts);
        page.addObject("questionnaireSession", session);
        page.addObject("study", study(session));
        page.addObject("opinions", OpinionView.of(evaluation, consultation.overlays()));
        page.addObject(
                "comparison",
                tries
                        ? AdviceComparison.of(given.advice(), evaluation.advice(), given.situation(), whatIf.tried())
                        : null);
        page.addObject("sections", evaluation.questionnaire().sections());
        Field field = field(evaluation, session, texts, problems);
        page.addObject("field", field);
        page.addObject("entry", field == null ? null : "/advice/what-if");
        page.addObject("places", PlaceFields.known(consultation, texts));
        page.addObject("problems", problems);
        page.addObject("interactive", true);
        return page;
    }

    /**
     * The page of a receipt that its edition evaluated again.
     *
     * @param texts of that edition
     */
    ModelAndView page(Evaluation evaluation, Receipt receipt, PageText texts) {
        return page(evaluation, analyses.interview(evaluation), WhatIf.clear(), ProjectionDocument.of(receipt), texts);
    }

    /** The page of a receipt whose edition is not available: what the receipt states, without the analyses. */
    ModelAndView page(Receipt receipt, PageText texts) {
        ReceiptFields fields = receipt.fields();
        RecordedAdvice recorded = RecordedAdvice.of(receipt);
        Advice advice = recorded.advice();
        LocalDate marketDay = advice.marketAsOf();
        MarketAge age =
                new MarketAge(marketDay, ChronoUnit.DAYS.between(marketDay, fields.asOf()), List.of(), List.of());
        Confidence confidence = Confidence.of(
                advice, consultation.questionnaire(), fields.answers().size());
        MarketSnapshot.Indicator price = fields.market().indicators().get(MarketSnapshot.BTC_PRICE);
        return page(advice, fields.company(), confidence, age, texts)
                .addObject("warnings", recorded.warnings())
                .addObject("original", fields.language().code())
                .addObject("projection", recorded(ProjectionDocument.of(receipt), advice, confidence.second()))
                .addObject("costs", price == null ? null : CostChart.of(advice, price.value()));
    }

    private ModelAndView page(
            Evaluation evaluation,
            Interview interview,
            WhatIf whatIf,
            @Nullable ProjectionDocument recorded,
            PageText texts) {
        Advice advice = evaluation.advice();
        Situation situation = evaluation.situation();
        Set<String> given = evaluation.request().answers().byId().keySet();
        Confidence confidence = Confidence.of(advice, evaluation.questionnaire(), given.size());
        Strategy runnerUp = confidence.second();
        List<Flip> flips = analyses.flips(evaluation);
        MarketAge age = MarketAge.of(situation, consultation.markets(), flips);
        ModelAndView page = page(advice, evaluation.request().company(), confidence, age, texts);
        page.addObject(
                "warnings", advice.warnings().stream().map(texts::warning).toList());
        page.addObject("probabilities", Probabilities.of(interview));
        FlipSummary summary = FlipSummary.of(advice.recommendation().strategy(), flips, runnerUp);
        page.addObject("flips", summary);
        page.addObject(
                "projection",
                recorded == null
                        ? projection(evaluation, flips, whatIf, runnerUp, texts)
                        : recorded(recorded, advice, runnerUp));
        Counterfactual smallest = runnerUp == null || summary.towards() != null
                ? null
                : analyses.smallestChange(evaluation, runnerUp, Set.of());
        page.addObject("smallest", smallest);
        Set<String> besideCost = besideReportedCost(situation);
        page.addObject("besideCost", besideCost);
        page.addObject(
                "changesBesideCost",
                Stream.concat(
                                flips.stream().map(Flip::id),
                                smallest == null
                                        ? Stream.of()
                                        : smallest.steps().stream().map(Step::id))
                        .anyMatch(besideCost::contains));
        page.addObject("map", map(evaluation, whatIf));
        page.addObject("costs", CostChart.of(advice, situation.number(MarketSnapshot.BTC_PRICE)));
        page.addObject("halving", advice.halving(situation).orElse(null));
        page.addObject("peers", PeerView.NearestPeers.of(analyses.peers(evaluation, PEERS), consultation, situation));
        return page;
    }

    /** The ids of the values that no longer move the cash cost, as a reported one was given; empty when it is computed. */
    private static Set<String> besideReportedCost(Situation situation) {
        Answers answers = situation.answers();
        return answers.byId().keySet().stream()
                .filter(id ->
                        Metric.insteadOf(id).filter(Metric.CASH_COST::equals).isPresent())
                .findFirst()
                .<Set<String>>map(id -> situation.with(answers.without(id)).basisOf(Metric.CASH_COST))
                .orElse(Set.of());
    }

    /** The page with what follows from the advice alone. */
    private static ModelAndView page(
            Advice advice, String company, Confidence confidence, MarketAge age, PageText texts) {
        ModelAndView page = new ModelAndView("pages/advice");
        Reasons reasons = Reasons.of(advice);
        Strategy runnerUp = confidence.second();
        page.addObject("advice", advice);
        page.addObject("doubts", DoubtView.of(advice, texts));
        page.addObject("company", company);
        page.addObject("reasons", reasons);
        page.addObject("confidence", confidence);
        page.addObject("second", runnerUp == null ? null : reasons.other(runnerUp));
        page.addObject("ranking", RankingChart.of(advice));
        page.addObject("age", age);
        List<String> assumed = advice.assumptions().stream().map(Assumption::id).toList();
        page.addObject("assumed", assumed);
        Advice.Calendar calendar = advice.calendar();
        if (calendar != null) {
            LiquidityChart liquidity = LiquidityChart.of(calendar);
            page.addObject("liquidity", liquidity);
            page.addObject(
                    "moneyAssumed",
                    Stream.concat(FUNDS.stream(), liquidity.due() == null ? Stream.of() : DUE.stream())
                            .filter(assumed::contains)
                            .toList());
        }
        page.addObject("metrics", MetricGroup.tables(advice));
        return page;
    }

    /** The months of the company; null when the rulebook has no parameters of a projection. */
    private @Nullable ProjectionView projection(
            Evaluation evaluation, List<Flip> flips, WhatIf whatIf, @Nullable Strategy runnerUp, PageText texts) {
        Strategy advised = evaluation.advice().recommendation().strategy();
        MarketScenario scenario = whatIf.scenario();
        ForwardQuotes quotes = ForwardQuotes.of(whatIf.quotes(), texts.language());
        double today = evaluation.advice().metrics().getOrDefault(HASHPRICE, 0.0);
        List<Double> prices = scenario == MarketScenario.FORWARD ? quotes.prices(today) : List.of();
        return projections
                .settings()
                .map(settings -> projections.project(
                        evaluation,
                        flips,
                        Projections.RunSettings.usual(settings, scenario).with(prices)))
                .map(made ->
                        ProjectionView.of(made, scenario, quotes, advised, ProjectionView.beside(advised, runnerUp)))
                .orElse(null);
    }

    /** The months of the company as they were projected when its advice was saved; null when none were. */
    private static @Nullable ProjectionView recorded(
            @Nullable ProjectionDocument recorded, Advice advice, @Nullable Strategy runnerUp) {
        if (recorded == null) {
            return null;
        }
        Strategy advised = advice.recommendation().strategy();
        return ProjectionView.of(
                recorded.projection(),
                recorded.scenario(),
                ForwardQuotes.of(List.of(), advice.language()),
                advised,
                ProjectionView.beside(advised, runnerUp));
    }

    // A question may have been withdrawn since it was chosen, or may have lost its value; an edition may lack the usual
    // ones.
    private @Nullable MapView map(Evaluation evaluation, WhatIf whatIf) {
        Situation situation = evaluation.situation();
        List<String> choices = MapView.choices(situation);
        WhatIf over = choices.containsAll(List.of(whatIf.across(), whatIf.up())) ? whatIf : WhatIf.clear();
        if (!choices.containsAll(List.of(over.across(), over.up()))) {
            return null;
        }
        StrategyMap map = analyses.map(
                evaluation,
                MapView.axis(situation, over.across(), MapView.COLUMNS),
                MapView.axis(situation, over.up(), MapView.ROWS));
        return MapView.of(map, situation);
    }

    /** The field for the value to be tried; it shows what counts now. */
    private static @Nullable Field field(
            Evaluation evaluation, QuestionnaireSession session, PageText texts, List<FieldProblem> problems) {
        Question question =
                evaluation.questionnaire().question(session.whatIf().asked()).orElse(null);
        if (question == null) {
            return null;
        }
        Section alone = SectionEntry.alone(question);
        return new Fields(evaluation, texts, whatIf(session, alone))
                .of(alone, problems)
                .get(0);
    }

    /** The session as the field for a value to be tried shows it. */
    static QuestionnaireSession whatIf(QuestionnaireSession session, Section alone) {
        QuestionnaireSession applied = session.answering(session.whatIf().tried());
        Question question = alone.questions().get(0);
        boolean typing = session.whatIf().asked().equals(question.id())
                && !session.whatIf().typed().isEmpty();
        return typing ? applied.typing(question, session.whatIf().typed(), Answers.none()) : applied;
    }

    private @Nullable CaseStudy study(QuestionnaireSession session) {
        return Optional.ofNullable(session.example())
                .flatMap(consultation::caseStudy)
                .orElse(null);
    }
}
