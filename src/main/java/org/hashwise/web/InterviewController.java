package org.hashwise.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.hashwise.analysis.Interview;
import org.hashwise.consultation.Analyses;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.Evaluation;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Section;
import org.hashwise.text.PageText;
import org.hashwise.text.PageTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Controller of the guided interview: one question at a time, the most informative first, until the others would hardly change the advice.
 */
@Controller
@RequestMapping("/interview")
class InterviewController {

    private static final String NEXT = "/interview";

    private final Consultation consultation;
    private final Analyses analyses;
    private final PageTexts pageTexts;
    private final FormHandler forms;

    InterviewController(Consultation consultation, Analyses analyses, PageTexts pageTexts, FormHandler forms) {
        this.consultation = consultation;
        this.analyses = analyses;
        this.pageTexts = pageTexts;
        this.forms = forms;
    }

    @GetMapping
    ModelAndView next(HttpServletRequest request) {
        QuestionnaireSession session = Workspace.companyOrNew(request);
        PageText texts = pageTexts.in(LanguageResolver.of(request));
        // What cannot be used as it was typed comes first: without it there is no advice.
        SectionEntry typed = SectionEntry.of(consultation.questionnaire(), session, texts);
        if (!typed.problems().isEmpty()) {
            Notices.pass(request);
            return Redirects.at(NEXT + "/" + typed.problems().get(0).id(), session, request);
        }
        Evaluation evaluation = consultation.evaluate(session.request(texts));
        Interview interview = RoughNumbers.interview(
                analyses, evaluation, typed, session.history().skipped());
        return page(InterviewStep.next(interview, session), interview, evaluation, session, texts, List.of());
    }

    @PostMapping
    ModelAndView nextQuestion(HttpServletRequest request) {
        QuestionnaireSession session = Workspace.companyOrNew(request);
        Workspace.keep(session.along(session.history().on()), request);
        return Redirects.at(NEXT, session, request);
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable String id, HttpServletRequest request) {
        Section alone = SectionEntry.alone(question(id));
        QuestionnaireSession session = Workspace.companyOrNew(request);
        PageText texts = pageTexts.in(LanguageResolver.of(request));
        SectionEntry entry = SectionEntry.read(consultation.questionnaire(), alone, session.typed(), texts);
        return again(id, session, texts, entry.problems());
    }

    @PostMapping("/{id}")
    ModelAndView send(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam(defaultValue = "") String action,
            HttpServletRequest request) {
        Question question = question(id);
        Section alone = SectionEntry.alone(question);
        SentForm sent = forms.read(form, alone, UnaryOperator.identity(), true, request);
        QuestionnaireSession before = Workspace.renamed(sent.before(), form, request);
        if (action.equals("skip")) {
            Map<String, RawField> nothing =
                    RawField.in(new LinkedMultiValueMap<>(), alone, sent.texts().language(), false);
            return Redirects.after(NEXT, before.with(question, nothing, Answers.none()), sent, request);
        }
        if (action.equals(SentForm.LANGUAGE) || action.equals(SentForm.ADD_ROW)) {
            String again = NEXT + "/" + id + (action.equals(SentForm.ADD_ROW) ? "#add-row" : "");
            if (action.equals(SentForm.LANGUAGE) && !sent.changed() && before.equals(sent.before())) {
                return Redirects.at(again, before, request);
            }
            return Redirects.after(
                    again, before.typing(question, sent.typed(), sent.entry().answers()), sent, request);
        }
        if (!sent.entry().problems().isEmpty()) {
            QuestionnaireSession typing = before.typing(question, sent.typed(), Answers.none());
            Workspace.keep(typing, request);
            PageText texts = pageTexts.in(LanguageResolver.of(request));
            ModelAndView page = again(
                    id,
                    typing,
                    texts,
                    SectionEntry.read(consultation.questionnaire(), alone, typing.typed(), texts)
                            .problems());
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return Notices.show(page, sent.notices());
        }
        boolean toAdvice = action.equals("advice");
        boolean leaves = toAdvice && !sent.entry().answers().has(id);
        return Redirects.after(
                toAdvice ? ReturnTo.ADVICE.path() : NEXT,
                leaves
                        ? before
                        : before.with(question, sent.typed(), sent.entry().answers()),
                sent,
                request);
    }

    private ModelAndView again(String id, QuestionnaireSession session, PageText texts, List<FieldProblem> problems) {
        Evaluation evaluation = consultation.evaluate(session.request(texts));
        Interview interview = RoughNumbers.interview(
                analyses,
                evaluation,
                SectionEntry.of(consultation.questionnaire(), session, texts),
                session.history().skipped());
        return page(InterviewStep.again(id, interview), interview, evaluation, session, texts, problems);
    }

    private ModelAndView page(
            InterviewStep step,
            Interview interview,
            Evaluation evaluation,
            QuestionnaireSession session,
            PageText texts,
            List<FieldProblem> problems) {
        Fields fields = new Fields(evaluation, texts, session);
        ModelAndView page = new ModelAndView("pages/interview");
        page.addObject("step", step);
        page.addObject("asksName", isFirst(step.id(), session.history().path()));
        page.addObject("probabilities", Probabilities.of(interview));
        page.addObject(
                "missing",
                interview.missing().stream().filter(id -> !id.equals(step.id())).toList());
        page.addObject("leading", interview.advised());
        page.addObject("questionnaireSession", session);
        page.addObject("problems", problems);
        List<DoubtView> doubts = doubts(evaluation, session, step, texts);
        page.addObject("doubts", doubts);
        page.addObject("whyShown", true);
        page.addObject("back", back(step.id(), session.history().path()));
        page.addObject(
                "given",
                consultation.questionnaire().questions().stream()
                        .filter(question -> session.answers().has(question.id())
                                || session.history().skipped().contains(question.id()))
                        .map(question -> given(question, session, fields, doubts))
                        .toList());
        if (!step.id().isEmpty()) {
            Section alone = SectionEntry.alone(question(step.id()));
            page.addObject("field", fields.of(alone, problems).get(0));
            page.addObject("entry", NEXT + "/" + step.id());
            page.addObject("places", PlaceFields.known(consultation, texts));
        }
        return page;
    }

    /** The doubts that the last answer raised; those about the question that is asked are shown at its field. */
    private static List<DoubtView> doubts(
            Evaluation evaluation, QuestionnaireSession session, InterviewStep step, PageText texts) {
        List<String> path = session.history().path();
        String last = path.isEmpty() ? "" : path.get(path.size() - 1);
        return DoubtView.of(evaluation.advice(), texts).stream()
                .filter(doubt -> doubt.isAbout(last) && !doubt.isAbout(step.id()))
                .toList();
    }

    private static Given given(Question question, QuestionnaireSession session, Fields fields, List<DoubtView> shown) {
        List<FieldProblem> notes = new ArrayList<>(fields.notes(SectionEntry.alone(question)));
        notes.addAll(fields.doubts(question, shown));
        return new Given(question.id(), session.answers().get(question.id()).orElse(null), List.copyOf(notes));
    }

    /**
     * An answer so far; without a value when the question was skipped.
     *
     * @param notes what is to be said about it
     */
    record Given(String id, @Nullable Answer answer, List<FieldProblem> notes) {}

    /** Returns whether a question is the first of the interview: the name of the company is asked beside it. */
    private static boolean isFirst(String id, List<String> path) {
        return !id.isEmpty() && (path.isEmpty() || path.get(0).equals(id));
    }

    private static String back(String id, List<String> path) {
        int position = path.contains(id) ? path.indexOf(id) : path.size();
        return position == 0 ? "/" : NEXT + "/" + path.get(position - 1);
    }

    private Question question(String id) {
        return consultation
                .questionnaire()
                .question(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
