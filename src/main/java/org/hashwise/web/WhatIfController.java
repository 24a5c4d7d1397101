package org.hashwise.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hashwise.consultation.Analyses;
import org.hashwise.consultation.Consultation;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Section;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Other values beside the advice: tried, compared, and kept only when asked; and what the map shows. */
@Controller
@RequestMapping("/advice")
class WhatIfController {

    private static final String TRIAL = "/advice#what-if";

    private final Consultation consultation;
    private final PageTexts vocabulary;
    private final AdvicePages pages;

    WhatIfController(Consultation consultation, Analyses analyses, PageTexts vocabulary) {
        this.consultation = consultation;
        this.vocabulary = vocabulary;
        this.pages = new AdvicePages(consultation, analyses);
    }

    @PostMapping("/map")
    ModelAndView map(@RequestParam String x, @RequestParam String y, HttpServletRequest request) {
        return look(
                request, "/advice#map", lens -> isNumeric(x) && isNumeric(y) && !x.equals(y) ? lens.over(x, y) : lens);
    }

    private boolean isNumeric(String id) {
        return consultation
                .questionnaire()
                .question(id)
                .filter(question -> question.kind().isNumeric())
                .isPresent();
    }

    @PostMapping("/what-if/question")
    ModelAndView choose(@RequestParam String question, HttpServletRequest request) {
        String id = question(question).id();
        return look(request, TRIAL, lens -> lens.asking(id));
    }

    @PostMapping("/what-if")
    ModelAndView attempt(
            @RequestParam String question,
            @RequestParam(defaultValue = "") String action,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletRequest request) {
        Optional<QuestionnaireSession> kept = QuestionnaireSession.in(request);
        if (kept.isEmpty()) {
            return Redirects.at("/");
        }
        QuestionnaireSession visit = kept.get();
        Section alone = SectionEntry.alone(question(question));
        PageText words = vocabulary.in(LanguageInterceptor.of(request));
        boolean addsRows = action.equals("add-row");
        Map<String, RawField> typed = FormInput.read(form, alone, AdvicePages.trial(visit, alone), words, addsRows);
        SectionEntry entry = SectionEntry.read(consultation.questionnaire(), alone.questions(), typed, words, false);
        if (!entry.problems().isEmpty() || addsRows) {
            QuestionnaireSession mistaken = visit.through(visit.lens().typing(question, typed));
            mistaken.keepIn(request);
            if (addsRows) {
                return Redirects.at("/advice#add-row");
            }
            ModelAndView page = pages.page(
                    mistaken, SectionEntry.of(consultation.questionnaire(), mistaken, words), words, entry.problems());
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        return look(
                request,
                TRIAL,
                lens -> entry.answers()
                        .get(question)
                        .filter(answer -> !isKept(visit, question, answer))
                        .map(answer -> lens.trying(question, answer))
                        .orElseGet(() -> lens.without(question).asking(question)));
    }

    private static boolean isKept(QuestionnaireSession visit, String id, Answer answer) {
        return visit.answers().get(id).filter(answer::equals).isPresent();
    }

    @PostMapping("/what-if/undo")
    ModelAndView undo(@RequestParam String question, HttpServletRequest request) {
        return look(request, TRIAL, lens -> lens.without(question));
    }

    @PostMapping("/what-if/discard")
    ModelAndView discard(HttpServletRequest request) {
        return look(request, TRIAL, WhatIf::cleared);
    }

    @PostMapping("/what-if/keep")
    ModelAndView keep(HttpServletRequest request) {
        QuestionnaireSession.in(request)
                .ifPresent(visit -> visit.answering(visit.lens().tried())
                        .through(visit.lens().cleared())
                        .keepIn(request));
        return Redirects.at("/advice");
    }

    private static ModelAndView look(HttpServletRequest request, String path, UnaryOperator<WhatIf> change) {
        Optional<QuestionnaireSession> visit = QuestionnaireSession.in(request);
        visit.ifPresent(kept -> kept.through(change.apply(kept.lens())).keepIn(request));
        return Redirects.at(visit.isPresent() ? path : "/");
    }

    private Question question(String id) {
        return consultation
                .questionnaire()
                .question(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }
}
