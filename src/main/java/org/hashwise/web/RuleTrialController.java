package org.hashwise.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.hashwise.consultation.EditionSummary.AgedParameter;
import org.hashwise.consultation.RuleTrial;
import org.hashwise.consultation.RuleTrials;
import org.hashwise.consultation.RulebookGuide;
import org.hashwise.economics.JurisdictionGrade.Grade;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Quantity;
import org.hashwise.questionnaire.QuantityReader;
import org.hashwise.rulebook.RulebookEdit;
import org.hashwise.rulebook.model.EditNote;
import org.hashwise.rulebook.model.Parameter;
import org.hashwise.rulebook.model.RuleDescription;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.text.PageText;
import org.hashwise.text.PageTexts;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The trial of one edit by an analyst: what it changes, the changed files, and writing them into the rules folder. */
@Controller
@RequestMapping("/rulebook/trial")
class RuleTrialController {

    private static final MediaType WORKBOOK =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final RuleTrials trials;
    private final RulebookGuide guide;
    private final PageTexts pageTexts;
    private final Clock clock;

    RuleTrialController(RuleTrials trials, RulebookGuide guide, PageTexts pageTexts, Clock clock) {
        this.trials = trials;
        this.guide = guide;
        this.pageTexts = pageTexts;
        this.clock = clock;
    }

    /**
     * The fields of the form: a threshold with a value as it is typed, an effect of a rule with its points, or a grade of a place.
     *
     * @param effect which effect or grade of the rule, counted from 0
     * @param grade empty unless a grade is edited
     * @param language in which the value was typed; empty for that of the page
     */
    record EditForm(
            String threshold, String value, String rule, int effect, int points, String grade, String language) {}

    @ModelAttribute("form")
    EditForm form(
            @RequestParam(defaultValue = "") String threshold,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "0") int effect,
            @RequestParam(defaultValue = "0") int points,
            @RequestParam(defaultValue = "") String grade,
            @RequestParam(name = "typed-in", defaultValue = "") String language) {
        return new EditForm(threshold, value, rule, effect, points, grade, language);
    }

    @GetMapping
    ModelAndView tryEdit(@ModelAttribute("form") EditForm form, HttpServletRequest request) {
        Language language = LanguageResolver.of(request);
        Optional<RulebookEdit> edit = edit(form, language);
        if (edit.isEmpty()) {
            Notices.add(request, List.of(pageTexts.in(language).message("trial-edit.number", range(form, language))));
            return Redirects.at(subject(form));
        }
        Optional<RuleTrial> trial = trials.trial(edit.get());
        if (trial.isEmpty()) {
            Notices.add(request, List.of(pageTexts.in(language).message("trial-edit.impossible")));
            return Redirects.at(subject(form));
        }
        List<Parameter> thresholds = guide.thresholds(language).stream()
                .map(AgedParameter::parameter)
                .toList();
        RulePhrases phrases = new RulePhrases(pageTexts.in(language), thresholds);
        Optional<Parameter> threshold = threshold(form, language);
        RuleDescription rule = guide.rule(form.rule()).orElse(null);
        return new ModelAndView("pages/trial")
                .addObject(
                        "subject",
                        rule == null
                                ? pageTexts
                                        .in(language)
                                        .text(threshold.orElseThrow().meaning())
                                : phrases.name(rule))
                .addObject(
                        "tried",
                        edit.get() instanceof RulebookEdit.ThresholdValue value
                                ? phrases.edit(value, threshold.orElseThrow())
                                : phrases.edit(edit.get(), Objects.requireNonNull(rule)))
                .addObject("trial", trial.get())
                .addObject("back", subject(form))
                .addObject("query", query(form, language))
                .addObject("language", language.code())
                .addObject("writable", trials.isWritable())
                .addObject("edited", edit.get())
                .addObject("titles", guide.titles(language))
                .addObject("phrases", phrases);
    }

    /** One of the changed files. */
    @GetMapping("/file")
    ResponseEntity<byte[]> file(
            @ModelAttribute("form") EditForm form,
            @RequestParam(defaultValue = "") String path,
            HttpServletRequest request) {
        RulebookFiles files = edit(form, LanguageResolver.of(request))
                .flatMap(edit -> trials.edited(edit, Optional.of(new EditNote(who(request), LocalDate.now(clock), ""))))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        byte[] content = Optional.ofNullable(files.contentByPath().get(path))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String name = path.substring(path.lastIndexOf('/') + 1);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .contentType(path.endsWith(".xlsx") ? WORKBOOK : new MediaType("text", "plain", StandardCharsets.UTF_8))
                .body(content);
    }

    @PostMapping
    ModelAndView write(
            @ModelAttribute("form") EditForm form,
            @RequestParam(defaultValue = "") String why,
            HttpServletRequest request) {
        Language language = LanguageResolver.of(request);
        PageText texts = pageTexts.in(language);
        String subject = subject(form);
        Optional<RulebookEdit> edit = edit(form, language);
        if (edit.isEmpty() || why.isBlank()) {
            Notices.add(request, List.of(texts.message("trial-edit.why-missing")));
            return Redirects.at("/rulebook/trial?" + query(form, language));
        }
        RuleTrials.WriteResult outcome = trials.write(edit.get(), who(request), why);
        String key = "trial-edit." + outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
        Notices.add(request, List.of(texts.message(key)));
        return Redirects.at(subject);
    }

    // Without a login only the local user has access.
    private static String who(HttpServletRequest request) {
        Principal account = request.getUserPrincipal();
        return account == null ? System.getProperty("user.name", "?") : account.getName();
    }

    private Optional<RulebookEdit> edit(EditForm form, Language language) {
        if (!form.grade().isEmpty()) {
            return grade(form);
        }
        if (form.threshold().isEmpty()) {
            return guide.rule(form.rule())
                    .filter(rule ->
                            form.effect() >= 0 && form.effect() < rule.effects().size())
                    .filter(rule -> rule.effects().get(form.effect()).strength() > 0)
                    .filter(rule -> form.points() >= 1 && form.points() <= 3)
                    .map(rule -> new RulebookEdit.EvidenceWeight(form.rule(), form.effect(), form.points()));
        }
        Language typedIn = Language.ofCode(form.language()).orElse(language);
        return threshold(form, language)
                .flatMap(threshold -> read(threshold, form.value(), typedIn)
                        .map(value -> new RulebookEdit.ThresholdValue(threshold.name(), value)));
    }

    private Optional<RulebookEdit> grade(EditForm form) {
        boolean exists = guide.rule(form.rule())
                .filter(rule ->
                        form.effect() >= 0 && form.effect() < rule.actions().size())
                .filter(rule -> rule.actions().get(form.effect()).name().equals("grade"))
                .isPresent();
        return Stream.of(Grade.values())
                .filter(grade -> exists && grade.name().equals(form.grade()))
                .findFirst()
                .map(grade -> new RulebookEdit.PlaceGrade(form.rule(), form.effect(), grade));
    }

    private Optional<Parameter> threshold(EditForm form, Language language) {
        return guide.thresholds(language).stream()
                .map(AgedParameter::parameter)
                .filter(parameter -> parameter.name().equals(form.threshold()))
                .findFirst();
    }

    private static Optional<Double> read(Parameter threshold, String typed, Language language) {
        QuantityReader reader = QuantityReader.of(
                threshold.unit(),
                threshold.name(),
                threshold.accepted().low(),
                threshold.accepted().high());
        return reader.read(typed, language) instanceof Quantity.Value value
                        && threshold.accepted().contains(value.value())
                ? Optional.of(value.value())
                : Optional.empty();
    }

    private String range(EditForm form, Language language) {
        PageText texts = pageTexts.in(language);
        return threshold(form, language)
                .map(threshold -> texts.message(
                        "threshold.range",
                        texts.quantity(threshold.accepted().low(), threshold.unit()),
                        texts.quantity(threshold.accepted().high(), threshold.unit())))
                .orElse("");
    }

    private String subject(EditForm form) {
        boolean known = form.threshold().isEmpty()
                ? guide.rule(form.rule()).isPresent()
                : guide.thresholds(Language.EN).stream()
                        .anyMatch(aged -> aged.parameter().name().equals(form.threshold()));
        if (!known) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return form.threshold().isEmpty()
                ? "/rulebook/rules/" + form.rule()
                : "/rulebook/thresholds/" + form.threshold();
    }

    private static String query(EditForm form, Language language) {
        String typedIn = form.language().isEmpty() ? language.code() : form.language();
        String grade = form.grade().isEmpty() ? "" : "&grade=" + encoded(form.grade());
        return form.threshold().isEmpty()
                ? "rule=" + encoded(form.rule()) + "&effect=" + form.effect() + "&points=" + form.points() + grade
                : "threshold=" + encoded(form.threshold()) + "&value=" + encoded(form.value()) + "&typed-in=" + typedIn;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
