package org.hashwise.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.hashwise.consultation.Consultation;
import org.hashwise.market.MarketSnapshot;
import org.hashwise.questionnaire.Section;
import org.hashwise.text.PageText;
import org.hashwise.text.PageTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Controller of the questionnaire, one section on a page. */
@Controller
@RequestMapping("/questions")
class QuestionController {

    private final Consultation consultation;
    private final PageTexts pageTexts;
    private final FormHandler forms;

    QuestionController(Consultation consultation, PageTexts pageTexts, FormHandler forms) {
        this.consultation = consultation;
        this.pageTexts = pageTexts;
        this.forms = forms;
    }

    @GetMapping
    ModelAndView first(HttpServletRequest request) {
        return Redirects.at("/questions/" + sections().get(0).id(), Workspace.companyOrNew(request), request);
    }

    @GetMapping("/{section}")
    ModelAndView show(
            @PathVariable String section, @RequestParam(defaultValue = "") String then, HttpServletRequest request) {
        Section asked = section(section);
        QuestionnaireSession session = Workspace.companyOrNew(request);
        PageText texts = pageTexts.in(LanguageResolver.of(request));
        // What was wrong when the section was sent is still wrong.
        SectionEntry entry = SectionEntry.read(consultation.questionnaire(), asked, session.typed(), texts);
        return page(asked, session, texts, entry.problems(), ReturnTo.of(then));
    }

    // Another kind of body has no fields that we could read, which would count as a form with nothing filled in.
    @PostMapping(path = "/{section}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView send(
            @PathVariable String section,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam(defaultValue = "") String then,
            @RequestParam(defaultValue = "") String action,
            HttpServletRequest request) {
        Section asked = section(section);
        SentForm sent = forms.read(form, asked, UnaryOperator.identity(), true, request);
        QuestionnaireSession before = header(sent.before(), form, request);
        QuestionnaireSession session =
                before.with(asked, sent.typed(), sent.entry().answers());
        boolean chooses = action.equals(SentForm.LANGUAGE);
        if (chooses) {
            session = session.seeing(before.seen());
        }
        if (!chooses || sent.changed() || !before.equals(sent.before())) {
            Workspace.keep(session, request);
        }
        String again = "/questions/" + section + ReturnTo.of(then).query();
        if (FormInput.takes(form)) {
            again += FormInput.taken(form, asked).map(id -> "#" + id).orElse("");
            return redirect(again, session, sent, request);
        }
        if (action.equals(SentForm.ADD_ROW) || action.equals("show-date")) {
            return redirect(again + "#" + action, session, sent, request);
        }
        if (chooses) {
            return redirect(again, session, sent, request);
        }
        PageText texts = pageTexts.in(LanguageResolver.of(request));
        if (!sent.entry().problems().isEmpty()) {
            SectionEntry entry = SectionEntry.read(consultation.questionnaire(), asked, session.typed(), texts);
            ModelAndView page = page(asked, session, texts, entry.problems(), ReturnTo.of(then));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return Notices.show(page, sent.notices());
        }
        return redirect(
                action.equals("check")
                        ? ReturnTo.CHECK.path()
                        : ReturnTo.of(then).after(next(asked)),
                session,
                sent,
                request);
    }

    private static ModelAndView redirect(
            String path, QuestionnaireSession session, SentForm sent, HttpServletRequest request) {
        Notices.add(request, sent.notices());
        return Redirects.at(path, session, request);
    }

    private ModelAndView page(
            Section section, QuestionnaireSession session, PageText texts, List<FieldProblem> problems, ReturnTo then) {
        ModelAndView page = new ModelAndView("pages/section");
        page.addObject("section", section);
        page.addObject("questionnaireSession", session);
        page.addObject("problems", problems);
        page.addObject("then", then);
        page.addObject("entry", "/questions/" + section.id() + then.query());
        page.addObject("back", then.before(previous(section)));
        page.addObject("progress", Progress.of(consultation.questionnaire(), session, texts, section.id()));
        page.addObject(
                "fields",
                new Fields(consultation.evaluate(session.request(texts)), texts, session).of(section, problems));
        page.addObject("snapshots", consultation.markets().snapshots());
        page.addObject("snapshot", session.asOf() == null ? null : snapshot(session.asOf()));
        page.addObject("places", PlaceFields.known(consultation, texts));
        return page;
    }

    // The name and the day are not questions of the rulebook; they are on the first page and on that of the market.
    private QuestionnaireSession header(
            QuestionnaireSession session, MultiValueMap<String, String> form, HttpServletRequest request) {
        QuestionnaireSession changed = Workspace.renamed(session, form, request);
        String asOf = form.getFirst("asOf");
        if (asOf != null
                && !asOf.equals(form.getFirst(FormInput.WAS + "asOf"))
                && !asOf.equals(session.asOf() == null ? "" : String.valueOf(snapshot(session.asOf())))) {
            changed = changed.on(consultation.markets().snapshots().stream()
                    .map(MarketSnapshot::asOf)
                    .filter(day -> day.toString().equals(asOf))
                    .findFirst()
                    .orElse(null));
        }
        return changed;
    }

    private @Nullable LocalDate snapshot(LocalDate day) {
        return consultation.markets().asOf(day).map(MarketSnapshot::asOf).orElse(null);
    }

    private List<Section> sections() {
        return consultation.questionnaire().sections();
    }

    private Section section(String id) {
        return consultation
                .questionnaire()
                .section(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String previous(Section section) {
        int position = sections().indexOf(section);
        return position == 0
                ? "/"
                : "/questions/" + sections().get(position - 1).id();
    }

    private String next(Section section) {
        int position = sections().indexOf(section);
        return position == sections().size() - 1
                ? ReturnTo.CHECK.path()
                : "/questions/" + sections().get(position + 1).id();
    }
}
