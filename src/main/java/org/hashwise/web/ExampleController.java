package org.hashwise.web;

import jakarta.servlet.http.HttpServletRequest;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

/** Controller of the pages with companies of the casebook; what a visitor has entered is kept aside meanwhile. */
@Controller
@RequestMapping("/examples")
class ExampleController {

    private final Consultation consultation;

    ExampleController(Consultation consultation) {
        this.consultation = consultation;
    }

    @GetMapping
    ModelAndView list(HttpServletRequest request) {
        Collator names = Collator.getInstance(LanguageResolver.of(request).locale());
        return new ModelAndView(
                "pages/examples",
                "cases",
                consultation.cases().stream()
                        // What follows in brackets distinguishes situations of one company.
                        .sorted(Comparator.comparing(
                                        (CaseStudy study) -> study.company().replaceFirst("\\s*\\(.*", ""), names)
                                .thenComparing(CaseStudy::asOf))
                        .toList());
    }

    // By its address too, so that the page can be linked to; what was entered is kept either way.
    @RequestMapping(
            path = "/{id}",
            method = {RequestMethod.GET, RequestMethod.POST})
    ModelAndView load(@PathVariable String id, HttpServletRequest request) {
        CaseStudy study =
                consultation.caseStudy(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var sections = consultation.questionnaire().sections().stream()
                .map(Section::id)
                .collect(Collectors.toSet());
        // Opened once more, it is as in the casebook again.
        String open = Workspace.in(request).map(Workspace::all).orElse(List.of()).stream()
                .filter(one -> id.equals(one.example()))
                .map(QuestionnaireSession::id)
                .findFirst()
                .orElseGet(Tokens::random);
        QuestionnaireSession example = QuestionnaireSession.of(open, study, sections);
        Workspace.keep(example, request);
        return Redirects.at("/advice", example, request);
    }

    /** The way from an example to the company of the visitor. */
    @PostMapping("/leave")
    ModelAndView leave(HttpServletRequest request) {
        Optional<Workspace> open = Workspace.in(request);
        Workspace.company(request)
                .filter(QuestionnaireSession::showsExample)
                .ifPresent(example -> open.ifPresent(all -> all.remove(example.id())));
        List<QuestionnaireSession> own = open.map(Workspace::shown).orElse(List.of()).stream()
                .filter(one -> !one.showsExample() && !one.isBlank())
                .toList();
        if (own.isEmpty()) {
            return Redirects.at("/interview");
        }
        QuestionnaireSession last = own.get(own.size() - 1);
        Workspace.keep(last, request);
        return Redirects.at("/questions/check", last, request);
    }
}
