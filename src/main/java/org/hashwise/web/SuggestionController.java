package org.hashwise.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.hashwise.consultation.Consultation;
import org.hashwise.questionnaire.AnswersReader;
import org.hashwise.questionnaire.AnswersResult;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Controller that takes over the value that a doubt suggests, from a page that shows doubts beside other things. */
@Controller
class SuggestionController {

    private final Consultation consultation;

    SuggestionController(Consultation consultation) {
        this.consultation = consultation;
    }

    /**
     * @param value in the unit of the question, with a point before the decimals
     * @param then the page to go back to: {@code check}, {@code advice} or {@code interview}
     */
    @PostMapping("/questions/suggestion")
    ModelAndView take(
            @RequestParam String question,
            @RequestParam double value,
            @RequestParam(defaultValue = "") String then,
            HttpServletRequest request) {
        AnswersResult reading = new AnswersReader(consultation.questionnaire()).read(Map.of(question, value));
        if (!reading.problems().isEmpty()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        Optional<QuestionnaireSession> session = Workspace.company(request);
        if (session.isEmpty()) {
            return Redirects.at("/");
        }
        Workspace.keep(session.get().answering(reading.answers()), request);
        return Redirects.at(
                then.equals("interview") ? "/interview" : ReturnTo.of(then).after(ReturnTo.CHECK.path()),
                session.get(),
                request);
    }
}
