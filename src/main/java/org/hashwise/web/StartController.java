package org.hashwise.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hashwise.advice.Strategy;
import org.hashwise.consultation.Consultation;
import org.hashwise.rulebook.model.CaseStudy;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** What Hashwise does, in one screen; and the way back to it with nothing left behind. */
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
        page.addObject("examples", oneOfEach());
        return page;
    }

    // One real company for each course of action, the latest, says more than four of the same.
    private List<CaseStudy> oneOfEach() {
        Map<Strategy, CaseStudy> latest = new EnumMap<>(Strategy.class);
        consultation.cases().stream()
                .filter(study -> study.quality() == CaseStudy.Quality.A)
                .forEach(study -> latest.merge(
                        study.observed().strategy(),
                        study,
                        (one, other) -> other.asOf().isAfter(one.asOf()) ? other : one));
        return List.copyOf(latest.values());
    }

    @PostMapping("/restart")
    ModelAndView restart(HttpServletRequest request) {
        QuestionnaireSession.end(request);
        return Redirects.at("/");
    }
}
