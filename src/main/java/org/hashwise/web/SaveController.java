package org.hashwise.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.hashwise.assessment.ChangedMeanwhile;
import org.hashwise.assessment.Kept;
import org.hashwise.assessment.NotKept;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.Keeping;
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
    private final Keeping keeping;
    private final Vocabulary vocabulary;

    SaveController(Consultation consultation, Keeping keeping, Vocabulary vocabulary) {
        this.consultation = consultation;
        this.keeping = keeping;
        this.vocabulary = vocabulary;
    }

    /** @param as whether an assessment of its own is wanted although the answers come from one */
    @PostMapping("/assessments")
    ModelAndView save(@RequestParam(defaultValue = "") String as, HttpServletRequest request) {
        Optional<Visit> entered = Visit.in(request);
        if (entered.isEmpty()) {
            return SeeOther.at("/");
        }
        Visit visit = entered.get();
        Words words = vocabulary.in(ReaderLanguage.of(request));
        if (!Review.of(consultation, visit, words).invalid().isEmpty()) {
            return SeeOther.at("/questions/check");
        }
        var asked = new Consultation.Request(visit.company(), visit.asOf(), words.language(), visit.answers());
        // A real company that somebody looks at meanwhile is none of its versions.
        Optional<Basis> basis = Basis.in(request).filter(from -> visit.example() == null && !as.equals(ANEW));
        try {
            Kept kept = basis.isPresent()
                    ? keeping.change(basis.get().id(), basis.get().version(), before -> asked)
                    : keeping.save(asked, null);
            if (visit.example() == null) {
                Basis.of(kept.assessment()).keepIn(request);
            }
            return SeeOther.at("/assessments/" + kept.assessment().id());
        } catch (ChangedMeanwhile meanwhile) {
            return conflict("pages/assessment-changed", HttpStatus.CONFLICT)
                    .addObject("yours", basis.orElseThrow().version())
                    .addObject("assessment", meanwhile.current());
        } catch (NotKept gone) {
            Basis.end(request);
            return conflict("pages/assessment-gone", HttpStatus.CONFLICT).addObject("offered", true);
        }
    }

    private static ModelAndView conflict(String view, HttpStatus status) {
        ModelAndView page = new ModelAndView(view);
        page.setStatus(status);
        return page;
    }
}
