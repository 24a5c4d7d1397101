package org.hashwise.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.hashwise.assessment.AssessmentNotFound;
import org.hashwise.assessment.StoredAssessment;
import org.hashwise.assessment.VersionConflict;
import org.hashwise.consultation.AssessmentService;
import org.hashwise.consultation.Consultation;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Keeps the answers of a visit, with the advice that follows from them. */
@Controller
class SaveController {

    private static final String ANEW = "new";

    private final Consultation consultation;
    private final AssessmentService keeping;
    private final PageTexts vocabulary;

    SaveController(Consultation consultation, AssessmentService keeping, PageTexts vocabulary) {
        this.consultation = consultation;
        this.keeping = keeping;
        this.vocabulary = vocabulary;
    }

    /** @param as whether an assessment of its own is wanted although the answers come from one */
    @PostMapping("/assessments")
    ModelAndView save(@RequestParam(defaultValue = "") String as, HttpServletRequest request) {
        Optional<QuestionnaireSession> entered = QuestionnaireSession.in(request);
        if (entered.isEmpty()) {
            return Redirects.at("/");
        }
        QuestionnaireSession visit = entered.get();
        PageText words = vocabulary.in(LanguageInterceptor.of(request));
        if (!SectionEntry.of(consultation.questionnaire(), visit, words)
                .problems()
                .isEmpty()) {
            return Redirects.at("/questions/check");
        }
        Consultation.Request asked = visit.request(words);
        // A real company that somebody looks at meanwhile is none of its versions.
        Optional<LoadedAssessment> basis =
                LoadedAssessment.in(request).filter(from -> visit.example() == null && !as.equals(ANEW));
        try {
            StoredAssessment kept = basis.isPresent()
                    ? keeping.change(basis.get().id(), basis.get().version(), before -> asked)
                    : keeping.save(asked, null);
            if (visit.example() == null) {
                LoadedAssessment.of(kept.assessment()).keepIn(request);
            }
            return Redirects.at("/assessments/" + kept.assessment().id());
        } catch (VersionConflict meanwhile) {
            return conflict("pages/assessment-changed", HttpStatus.CONFLICT)
                    .addObject("yours", basis.orElseThrow().version())
                    .addObject("assessment", meanwhile.current());
        } catch (AssessmentNotFound gone) {
            LoadedAssessment.end(request);
            return conflict("pages/assessment-gone", HttpStatus.CONFLICT).addObject("offered", true);
        }
    }

    private static ModelAndView conflict(String view, HttpStatus status) {
        ModelAndView page = new ModelAndView(view);
        page.setStatus(status);
        return page;
    }
}
