package org.hashwise.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hashwise.consultation.Analyses;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.Projections;
import org.hashwise.consultation.Projections.MarketScenario;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Section;
import org.hashwise.text.PageText;
import org.hashwise.text.PageTexts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Controller of the what-if analysis: values that are tried, compared and kept on request, and the axes of the strategy map.
 */
@Controller
@RequestMapping("/advice")
class WhatIfController {

    private static final String PART = "/advice#what-if";

    private final Consultation consultation;
    private final PageTexts pageTexts;
    private final FormHandler forms;
    private final AdvicePages pages;

    WhatIfController(
            Consultation consultation,
            Analyses analyses,
            Projections projections,
            PageTexts pageTexts,
            FormHandler forms) {
        this.consultation = consultation;
        this.pageTexts = pageTexts;
        this.forms = forms;
        this.pages = new AdvicePages(consultation, analyses, projections);
    }

    @PostMapping("/map")
    ModelAndView map(@RequestParam String x, @RequestParam String y, HttpServletRequest request) {
        return look(
                request,
                "/advice#map",
                whatIf -> isNumeric(x) && isNumeric(y) && !x.equals(y) ? whatIf.over(x, y) : whatIf);
    }

    @PostMapping("/scenario")
    ModelAndView scenario(
            @RequestParam MarketScenario scenario,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletRequest request) {
        List<String> quotes = ForwardQuotes.kept(form.getOrDefault("quote", List.of()));
        return look(request, "/advice#over-time", whatIf -> whatIf.in(scenario, quotes));
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
        return look(request, PART, whatIf -> whatIf.asking(id));
    }

    @PostMapping("/what-if")
    ModelAndView attempt(
            @RequestParam String question,
            @RequestParam(defaultValue = "") String action,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletRequest request) {
        if (isAboutNothing(form, request)) {
            return Redirects.at("/");
        }
        Section alone = SectionEntry.alone(question(question));
        SentForm sent = forms.read(form, alone, shown -> AdvicePages.whatIf(shown, alone), false, request);
        QuestionnaireSession session = sent.before();
        boolean chooses = action.equals(SentForm.LANGUAGE);
        if (chooses) {
            if (sent.changed()) {
                Workspace.keep(session.through(session.whatIf().typing(question, sent.typed())), request);
            }
            return wholePage(session, request);
        }
        if (action.equals(SentForm.ADD_ROW)) {
            return Redirects.after(
                    "/advice#add-row", session.through(session.whatIf().typing(question, sent.typed())), sent, request);
        }
        if (!sent.entry().problems().isEmpty()) {
            QuestionnaireSession mistaken = session.through(session.whatIf().typing(question, sent.typed()));
            Workspace.keep(mistaken, request);
            PageText texts = pageTexts.in(LanguageResolver.of(request));
            List<FieldProblem> problems = SectionEntry.read(
                            consultation.questionnaire(), alone.questions(), sent.typed(), texts, false)
                    .problems();
            ModelAndView page = pages.page(
                    mistaken, SectionEntry.of(consultation.questionnaire(), mistaken, texts), texts, problems);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return Notices.show(page, sent.notices());
        }
        WhatIf whatIf = sent.entry()
                .answers()
                .get(question)
                .filter(answer -> !isKept(session, question, answer))
                .map(answer -> session.whatIf().trying(question, answer))
                .orElseGet(() -> session.whatIf().without(question).asking(question));
        return Redirects.after(PART, session.through(whatIf), sent, request);
    }

    // The script would replace the main part of the page alone, and leave the rest in the other language.
    private static ModelAndView wholePage(QuestionnaireSession session, HttpServletRequest request) {
        if (request.getHeader("HX-Request") == null) {
            return Redirects.at(PART, session, request);
        }
        return new ModelAndView((model, asked, response) -> response.setHeader("HX-Refresh", "true"));
    }

    /** Returns whether there are no answers, nor were there any when the page was shown. */
    private static boolean isAboutNothing(MultiValueMap<String, String> form, HttpServletRequest request) {
        return Workspace.company(request).isEmpty() && !FormHandler.hasEnded(form, request);
    }

    private static boolean isKept(QuestionnaireSession session, String id, Answer answer) {
        return session.answers().get(id).filter(answer::equals).isPresent();
    }

    @PostMapping("/what-if/undo")
    ModelAndView undo(@RequestParam String question, HttpServletRequest request) {
        return look(request, PART, whatIf -> whatIf.without(question));
    }

    @PostMapping("/what-if/discard")
    ModelAndView discard(HttpServletRequest request) {
        return look(request, PART, WhatIf::cleared);
    }

    @PostMapping("/what-if/keep")
    ModelAndView keep(@RequestParam(defaultValue = "") String shown, HttpServletRequest request) {
        QuestionnaireSession session = Workspace.company(request).orElse(null);
        if (session == null) {
            return look(request, PART, whatIf -> whatIf);
        }
        if (!shown.isEmpty() && !shown.equals(session.whatIfFingerprint())) {
            Notices.add(
                    request, List.of(pageTexts.in(LanguageResolver.of(request)).message("notice.not-kept")));
            return Redirects.at(PART, session, request);
        }
        Workspace.keep(
                session.answering(session.whatIf().tried())
                        .through(session.whatIf().cleared()),
                request);
        return Redirects.at("/advice", session, request);
    }

    private ModelAndView look(HttpServletRequest request, String path, UnaryOperator<WhatIf> change) {
        Optional<QuestionnaireSession> session = Workspace.company(request);
        if (session.isPresent()) {
            Workspace.keep(session.get().through(change.apply(session.get().whatIf())), request);
            return Redirects.at(path, session.get(), request);
        }
        if (Workspace.id(request) != null) {
            Notices.add(
                    request, List.of(pageTexts.in(LanguageResolver.of(request)).message("notice.gone")));
        }
        return Redirects.at("/");
    }

    private Question question(String id) {
        return consultation
                .questionnaire()
                .question(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }
}
