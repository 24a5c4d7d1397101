package org.hashwise.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.hashwise.consultation.Analyses;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.Evaluation;
import org.hashwise.consultation.Projections;
import org.hashwise.text.PageText;
import org.hashwise.text.PageTexts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Controller of the pages with all answers and with the advice. */
@Controller
class AdviceController {

    private final Consultation consultation;
    private final PageTexts pageTexts;
    private final AdvicePages pages;

    AdviceController(Consultation consultation, Analyses analyses, Projections projections, PageTexts pageTexts) {
        this.consultation = consultation;
        this.pageTexts = pageTexts;
        this.pages = new AdvicePages(consultation, analyses, projections);
    }

    @GetMapping("/questions/check")
    ModelAndView check(HttpServletRequest request) {
        QuestionnaireSession session = Workspace.companyOrNew(request);
        PageText texts = pageTexts.in(LanguageResolver.of(request));
        ModelAndView page = new ModelAndView("pages/check");
        page.addObject("questionnaireSession", session);
        Evaluation evaluation = consultation.evaluate(session.request(texts));
        page.addObject("review", AnswersReview.of(evaluation, session, texts));
        page.addObject("doubts", DoubtView.of(evaluation.advice(), texts));
        page.addObject("progress", Progress.of(consultation.questionnaire(), session, texts, ""));
        var sections = consultation.questionnaire().sections();
        page.addObject("back", "/questions/" + sections.get(sections.size() - 1).id());
        return page;
    }

    @GetMapping("/advice")
    ModelAndView advice(HttpServletRequest request) {
        Optional<QuestionnaireSession> kept = Workspace.company(request);
        if (kept.isEmpty()) {
            return Redirects.at("/");
        }
        QuestionnaireSession session = kept.get();
        PageText texts = pageTexts.in(LanguageResolver.of(request));
        SectionEntry typed = SectionEntry.of(consultation.questionnaire(), session, texts);
        if (!typed.problems().isEmpty()) {
            Notices.pass(request);
            return Redirects.at("/questions/check", session, request);
        }
        ModelAndView page = pages.page(session, typed, texts, List.of());
        page.addObject("loaded", session.loaded());
        return page;
    }
}
