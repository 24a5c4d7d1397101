package org.hashwise.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.hashwise.assessment.Assessment;
import org.hashwise.assessment.Assessments;
import org.hashwise.assessment.DeletionReason;
import org.hashwise.assessment.StoredAssessment;
import org.hashwise.consultation.Consultation;
import org.hashwise.questionnaire.Section;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** A kept assessment, found by its address alone: read, gone on from, deleted. */
@Controller
@RequestMapping("/assessments/{id}")
class AssessmentController {

    private final Consultation consultation;
    private final Assessments assessments;
    private final PageTexts vocabulary;

    AssessmentController(Consultation consultation, Assessments assessments, PageTexts vocabulary) {
        this.consultation = consultation;
        this.assessments = assessments;
        this.vocabulary = vocabulary;
    }

    // The address is the key to it, so that not even our own other pages are told where somebody came from.
    @ModelAttribute
    void discreetly(HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
    }

    @GetMapping
    ModelAndView show(@PathVariable String id, HttpServletRequest request) {
        StoredAssessment found = assessments.find(id);
        StoredAssessment kept = new StoredAssessment(
                found.assessment().named(consultation.questionnaire().renames()), found.receipt());
        ModelAndView page = new ModelAndView("pages/assessment");
        page.addObject("assessment", kept.assessment());
        page.addObject("kept", SavedAdvice.of(kept, words(request)));
        page.addObject(
                "current",
                kept.receipt().json().path("rulebook").stringValue("").equals(consultation.edition()));
        return page;
    }

    @PostMapping("/continue")
    ModelAndView goOn(@PathVariable String id, HttpServletRequest request) {
        Assessment assessment = assessments
                .find(id)
                .assessment()
                .named(consultation.questionnaire().renames());
        var sections = consultation.questionnaire().sections().stream()
                .map(Section::id)
                .collect(Collectors.toSet());
        QuestionnaireSession saved = QuestionnaireSession.of(Tokens.random(), assessment, sections);
        // Beside the other companies; what is open already is not opened twice.
        QuestionnaireSession opened = Workspace.in(request).map(Workspace::all).orElse(List.of()).stream()
                .filter(one -> saved.basis() != null && saved.basis().equals(one.basis()))
                .filter(one -> one.request(words(request)).equals(saved.request(words(request))))
                .findFirst()
                .map(one -> one.superseded(false))
                .orElse(saved);
        Workspace.keep(opened, request);
        return Redirects.at("/questions/check", opened, request);
    }

    /** Asks whether that is meant. */
    @GetMapping("/delete")
    ModelAndView ask(@PathVariable String id) {
        return new ModelAndView(
                "pages/assessment-delete", "assessment", assessments.find(id).assessment());
    }

    @PostMapping("/delete")
    ModelAndView delete(@PathVariable String id, HttpServletRequest request) {
        assessments.forget(id, DeletionReason.REQUEST);
        Workspace.in(request)
                .ifPresent(open -> open.all().stream()
                        .filter(one -> one.basis() != null && one.basis().id().equals(id))
                        .forEach(one -> open.replace(one.from(null))));
        return Redirects.at("/assessments/" + id);
    }

    private PageText words(HttpServletRequest request) {
        return vocabulary.in(LanguageInterceptor.of(request));
    }
}
