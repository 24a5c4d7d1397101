package org.hashwise.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.hashwise.consultation.Consultation;
import org.hashwise.questionnaire.Section;
import org.hashwise.rulebook.model.CaseStudy;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Real companies to look at; what a visitor has entered is kept aside meanwhile. */
@Controller
@RequestMapping("/examples")
class ExampleController {

    private final Consultation consultation;

    ExampleController(Consultation consultation) {
        this.consultation = consultation;
    }

    @GetMapping
    ModelAndView list() {
        return new ModelAndView(
                "pages/examples",
                "cases",
                consultation.cases().stream()
                        .sorted(Comparator.comparing(CaseStudy::company).thenComparing(CaseStudy::asOf))
                        .toList());
    }

    // By its address too, so that one can send somebody a link; what was entered is kept either way.
    @RequestMapping(
            path = "/{id}",
            method = {RequestMethod.GET, RequestMethod.POST})
    ModelAndView load(@PathVariable String id, HttpServletRequest request) {
        CaseStudy study =
                consultation.caseStudy(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var sections = consultation.questionnaire().sections().stream()
                .map(Section::id)
                .collect(Collectors.toSet());
        QuestionnaireSession.in(request)
                .orElseGet(QuestionnaireSession::start)
                .of(study, sections)
                .keepIn(request);
        return Redirects.at("/advice");
    }

    @PostMapping("/leave")
    ModelAndView leave(HttpServletRequest request) {
        QuestionnaireSession own =
                QuestionnaireSession.in(request).map(QuestionnaireSession::own).orElse(null);
        if (own == null || own.isBlank()) {
            QuestionnaireSession.end(request);
            return Redirects.at("/interview");
        }
        own.keepIn(request);
        return Redirects.at("/questions/check");
    }
}
