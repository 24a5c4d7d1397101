package org.hashwise.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hashwise.advice.Strategy;
import org.hashwise.consultation.Consultation;
import org.hashwise.rulebook.model.CaseStudy;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Controller of the start page, and of the deletion of everything that was entered. */
@Controller
class StartController {

    private final Consultation consultation;

    StartController(Consultation consultation) {
        this.consultation = consultation;
    }

    @GetMapping("/")
    ModelAndView start() {
        ModelAndView page = new ModelAndView("pages/start");
        page.addObject("strategies", consultation.strategies());
        page.addObject("questions", consultation.questionnaire().questions().size());
        page.addObject("sections", consultation.questionnaire().sections().size());
        page.addObject("examples", examples(consultation.cases()));
        return page;
    }

    /** The companies that the casebook features, in its order, then the latest of each course of action they did not take. */
    static List<CaseStudy> examples(List<CaseStudy> cases) {
        List<CaseStudy> featured = cases.stream()
                .filter(study -> study.featured() != null)
                .sorted(Comparator.comparingDouble(StartController::place))
                .toList();
        Set<Strategy> shown =
                featured.stream().map(study -> study.observed().strategy()).collect(Collectors.toSet());
        Map<Strategy, CaseStudy> latest = new EnumMap<>(Strategy.class);
        cases.stream()
                .filter(study -> study.quality() == CaseStudy.Quality.A)
                .filter(study -> !shown.contains(study.observed().strategy()))
                .forEach(study -> latest.merge(
                        study.observed().strategy(),
                        study,
                        (one, other) -> other.asOf().isAfter(one.asOf()) ? other : one));
        List<CaseStudy> examples = new ArrayList<>(featured);
        examples.addAll(latest.values());
        return examples;
    }

    private static double place(CaseStudy study) {
        return Objects.requireNonNullElse(study.featured(), Double.POSITIVE_INFINITY);
    }

    /** Asks for confirmation. */
    @GetMapping("/restart")
    ModelAndView ask(HttpServletRequest request) {
        List<QuestionnaireSession> open =
                Workspace.in(request).map(Workspace::shown).orElse(List.of());
        return open.isEmpty() ? Redirects.at("/") : new ModelAndView("pages/restart", "companies", open);
    }

    @PostMapping("/restart")
    ModelAndView restart(HttpServletRequest request) {
        Workspace.end(request);
        return Redirects.at("/");
    }
}
