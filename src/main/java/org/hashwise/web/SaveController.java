package org.hashwise.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hashwise.assessment.AssessmentNotFound;
import org.hashwise.assessment.Assessments;
import org.hashwise.assessment.StoredAssessment;
import org.hashwise.assessment.VersionConflict;
import org.hashwise.consultation.AssessmentService;
import org.hashwise.consultation.Consultation;
import org.hashwise.text.PageText;
import org.hashwise.text.PageTexts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Controller that saves the answers of a session with the advice on them. */
@Controller
class SaveController {

    private static final String ANEW = "new";

    private final Consultation consultation;
    private final AssessmentService service;
    private final Assessments assessments;
    private final PageTexts pageTexts;

    SaveController(Consultation consultation, AssessmentService service, Assessments assessments, PageTexts pageTexts) {
        this.consultation = consultation;
        this.assessments = assessments;
        this.service = service;
        this.pageTexts = pageTexts;
    }

    /**
     * @param as whether an assessment of its own is wanted although the answers come from one
     * @param shown the fingerprint of the answers that the page showed; empty when that does not matter
     */
    @PostMapping("/assessments")
    ModelAndView save(
            @RequestParam(defaultValue = "") String as,
            @RequestParam(defaultValue = "") String shown,
            HttpServletRequest request) {
        Optional<QuestionnaireSession> entered = Workspace.company(request);
        if (entered.isEmpty()) {
            return conflict("pages/session-ended", HttpStatus.CONFLICT);
        }
        QuestionnaireSession session = entered.get();
        PageText texts = pageTexts.in(LanguageResolver.of(request));
        if (!SectionEntry.of(consultation.questionnaire(), session, texts)
                .problems()
                .isEmpty()) {
            return Redirects.at("/questions/check", session, request);
        }
        if (!shown.isEmpty() && !shown.equals(session.fingerprint())) {
            return conflict("pages/answers-changed", HttpStatus.CONFLICT).addObject("questionnaireSession", session);
        }
        Consultation.Request asked = session.request(texts);
        LoadedAssessment loaded = session.loaded();
        try {
            if (loaded != null && isSaved(loaded, asked)) {
                Notices.add(request, List.of(texts.message("save.unchanged", loaded.version())));
                return Redirects.at("/assessments/" + loaded.id());
            }
            StoredAssessment kept = loaded != null && !as.equals(ANEW)
                    ? service.change(loaded.id(), loaded.version(), before -> asked)
                    : service.save(asked, null);
            Workspace.keep(session.from(LoadedAssessment.of(kept.assessment())), request);
            return Redirects.at("/assessments/" + kept.assessment().id());
        } catch (VersionConflict meanwhile) {
            return conflict("pages/assessment-changed", HttpStatus.CONFLICT)
                    .addObject("questionnaireSession", session)
                    .addObject("yours", Objects.requireNonNull(loaded).version())
                    .addObject("assessment", meanwhile.current());
        } catch (AssessmentNotFound gone) {
            Workspace.keep(session.from(null), request);
            return conflict("pages/assessment-gone", HttpStatus.CONFLICT)
                    .addObject("questionnaireSession", session)
                    .addObject("offered", true);
        }
    }

    /** Returns whether the current version of the assessment says the same: same answers, rules and market. */
    private boolean isSaved(LoadedAssessment loaded, Consultation.Request asked) {
        StoredAssessment saved = assessments.find(loaded.id());
        if (saved.assessment().version() != loaded.version()
                || !AssessmentService.request(saved.assessment()).equals(asked)) {
            return false;
        }
        var receipt = saved.receipt().json();
        return receipt.path("rulebook").stringValue("").equals(consultation.edition())
                && receipt.path("advice")
                        .path("market")
                        .path("asOf")
                        .stringValue("")
                        .equals(consultation.market(asked).asOf().toString());
    }

    private static ModelAndView conflict(String view, HttpStatus status) {
        ModelAndView page = new ModelAndView(view);
        page.setStatus(status);
        return page;
    }
}
