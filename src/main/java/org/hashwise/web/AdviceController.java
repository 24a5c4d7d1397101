package org.hashwise.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.hashwise.advice.Advice;
import org.hashwise.advice.Situation;
import org.hashwise.consultation.Consultation;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** All answers on one page, and the advice that follows from them. */
@Controller
class AdviceController {

    private final Consultation consultation;
    private final Vocabulary vocabulary;

    AdviceController(Consultation consultation, Vocabulary vocabulary) {
        this.consultation = consultation;
        this.vocabulary = vocabulary;
    }

    @GetMapping("/questions/check")
    ModelAndView check(HttpServletRequest request) {
        Visit visit = Visit.in(request).orElseGet(Visit::start);
        Words words = vocabulary.in(ReaderLanguage.of(request));
        ModelAndView page = new ModelAndView("pages/check");
        page.addObject("visit", visit);
        page.addObject("review", Review.of(consultation, visit, words));
        page.addObject("progress", Progress.of(consultation.questionnaire(), visit, words, ""));
        var sections = consultation.questionnaire().sections();
        page.addObject("back", "/questions/" + sections.get(sections.size() - 1).id());
        return page;
    }

    @GetMapping("/advice")
    ModelAndView advice(HttpServletRequest request) {
        Optional<Visit> kept = Visit.in(request);
        if (kept.isEmpty()) {
            return SeeOther.at("/");
        }
        Visit visit = kept.get();
        Words words = vocabulary.in(ReaderLanguage.of(request));
        if (!Review.of(consultation, visit, words).invalid().isEmpty()) {
            return SeeOther.at("/questions/check");
        }
        var asked = new Consultation.Request(visit.company(), visit.asOf(), words.language(), visit.answers());
        Advice advice = consultation.advise(asked);
        Situation situation = consultation.situation(asked);
        ModelAndView page = new ModelAndView("pages/advice");
        page.addObject("advice", advice);
        page.addObject("reasons", Reasons.of(advice));
        page.addObject("footing", Footing.of(advice, consultation.questionnaire(), visit.answers()));
        page.addObject("ranking", RankingChart.of(advice));
        page.addObject("costs", CostChart.of(advice, situation.number("market.btcPriceUsd")));
        page.addObject("metrics", MetricGroup.tables(advice));
        page.addObject("visit", visit);
        page.addObject(
                "study",
                Optional.ofNullable(visit.example())
                        .flatMap(consultation::caseStudy)
                        .orElse(null));
        return page;
    }
}
