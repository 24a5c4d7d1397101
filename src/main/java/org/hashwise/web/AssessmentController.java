package org.hashwise.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.hashwise.assessment.Assessment;
import org.hashwise.assessment.Assessments;
import org.hashwise.assessment.DeletionReason;
import org.hashwise.consultation.Consultation;
import org.hashwise.questionnaire.Section;
import org.hashwise.text.PageText;
import org.hashwise.text.PageTexts;
import org.hashwise.web.SavedVersion.Address;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Controller of the pages of a saved assessment for those who may change it, which knowing its id permits. */
@Controller
@RequestMapping("/assessments/{id}")
class AssessmentController {

    private final Consultation consultation;
    private final Assessments assessments;
    private final SavedPages pages;
    private final PageTexts pageTexts;

    AssessmentController(Consultation consultation, Assessments assessments, SavedPages pages, PageTexts pageTexts) {
        this.consultation = consultation;
        this.assessments = assessments;
        this.pages = pages;
        this.pageTexts = pageTexts;
    }

    @ModelAttribute
    void protect(HttpServletResponse response) {
        SavedPages.protect(response);
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String id, @RequestParam(defaultValue = "0") int version, HttpServletRequest request) {
        return pages.version(new Address(id, true), version, request);
    }

    @GetMapping("/history")
    ModelAndView history(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "0") int to,
            HttpServletRequest request) {
        return pages.history(new Address(id, true), from, to, request);
    }

    /** Opens the answers of the newest version in the session, beside those of other companies. */
    @PostMapping("/continue")
    ModelAndView resume(@PathVariable String id, HttpServletRequest request) {
        Assessment assessment = assessments
                .find(id)
                .assessment()
                .named(consultation.questionnaire().renames());
        var sections = consultation.questionnaire().sections().stream()
                .map(Section::id)
                .collect(Collectors.toSet());
        QuestionnaireSession saved = QuestionnaireSession.of(Tokens.random(), assessment, sections);
        // What is open already is not opened twice.
        QuestionnaireSession opened = Workspace.in(request).map(Workspace::all).orElse(List.of()).stream()
                .filter(one -> saved.loaded() != null && saved.loaded().equals(one.loaded()))
                .filter(one -> one.request(texts(request)).equals(saved.request(texts(request))))
                .findFirst()
                .map(one -> one.superseded(false))
                .orElse(saved);
        Workspace.keep(opened, request);
        return Redirects.at("/questions/check", opened, request);
    }

    /** Asks for confirmation. */
    @GetMapping("/delete")
    ModelAndView confirm(@PathVariable String id) {
        return new ModelAndView(
                "pages/assessment-delete", "assessment", assessments.find(id).assessment());
    }

    @PostMapping("/delete")
    ModelAndView delete(@PathVariable String id, HttpServletRequest request) {
        assessments.forget(id, DeletionReason.REQUEST);
        Workspace.in(request)
                .ifPresent(open -> open.all().stream()
                        .filter(one -> one.loaded() != null && one.loaded().id().equals(id))
                        .forEach(one -> open.replace(one.from(null))));
        return Redirects.at("/assessments/" + id);
    }

    private PageText texts(HttpServletRequest request) {
        return pageTexts.in(LanguageResolver.of(request));
    }
}
