package org.hashwise.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hashwise.consultation.EditionSummary.AgedParameter;
import org.hashwise.consultation.RuleTrials;
import org.hashwise.consultation.RulebookGuide;
import org.hashwise.economics.JurisdictionGrade.Grade;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.TextNormalizer;
import org.hashwise.rulebook.model.Parameter;
import org.hashwise.rulebook.model.RuleDescription;
import org.hashwise.text.PageText;
import org.hashwise.text.PageTexts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Controller of the pages of the rulebook in force: all rules by topic, one rule, one threshold. */
@Controller
@RequestMapping("/rulebook")
class RulebookController {

    private static final int LONGEST_SEARCH = 200;

    private final RulebookGuide guide;
    private final PageTexts pageTexts;

    RulebookController(RulebookGuide guide, PageTexts pageTexts) {
        this.guide = guide;
        this.pageTexts = pageTexts;
    }

    /**
     * A topic of the list.
     *
     * @param id name of its folder
     */
    public record Topic(String id, List<RuleDescription> rules, List<AgedParameter> thresholds) {
        public Topic {
            rules = rules.stream()
                    .sorted(Comparator.comparing(RuleDescription::id))
                    .toList();
            thresholds = List.copyOf(thresholds);
        }
    }

    @GetMapping
    ModelAndView list(@RequestParam(name = "q", defaultValue = "") String search, HttpServletRequest request) {
        Language language = LanguageResolver.of(request);
        PageText texts = pageTexts.in(language);
        List<AgedParameter> thresholds = guide.thresholds(language);
        RulePhrases phrases = new RulePhrases(texts, parameters(thresholds));
        String query = search.substring(0, Math.min(search.length(), LONGEST_SEARCH));
        List<String> wanted = Arrays.stream(folded(query).split(" ", -1))
                .filter(word -> !word.isBlank())
                .toList();
        Map<String, List<RuleDescription>> rules = guide.rules().stream()
                .filter(rule -> matches(phrases.searched(rule), rule.thresholds(), wanted))
                .collect(Collectors.groupingBy(RuleDescription::topic, LinkedHashMap::new, Collectors.toList()));
        Map<String, List<AgedParameter>> parameters = thresholds.stream()
                .filter(aged -> matches(searched(aged.parameter(), texts), List.of(aged.parameter()), wanted))
                .collect(Collectors.groupingBy(
                        aged -> aged.parameter().topic(), LinkedHashMap::new, Collectors.toList()));
        List<Topic> topics = Stream.concat(rules.keySet().stream(), parameters.keySet().stream())
                .distinct()
                .map(id -> new Topic(id, rules.getOrDefault(id, List.of()), parameters.getOrDefault(id, List.of())))
                .toList();
        return new ModelAndView("pages/rulebook")
                .addObject("topics", topics)
                .addObject(
                        "found",
                        topics.stream()
                                .mapToInt(topic -> topic.rules().size()
                                        + topic.thresholds().size())
                                .sum())
                .addObject("search", query)
                .addObject("phrases", phrases);
    }

    private static String searched(Parameter threshold, PageText texts) {
        return texts.text(threshold.meaning()) + " " + texts.text(threshold.source());
    }

    // A word by its beginning, the name of a threshold as a whole.
    private static boolean matches(String text, List<Parameter> thresholds, List<String> wanted) {
        String folded = folded(text);
        return wanted.stream()
                .allMatch(word -> Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(word))
                                .matcher(folded)
                                .find()
                        || thresholds.stream()
                                .anyMatch(threshold -> folded(threshold.name()).equals(word)));
    }

    private static String folded(String text) {
        return TextNormalizer.folded(text).toLowerCase(Locale.ROOT);
    }

    private static List<Parameter> parameters(List<AgedParameter> thresholds) {
        return thresholds.stream().map(AgedParameter::parameter).toList();
    }

    @GetMapping("/rules/{id}")
    ModelAndView rule(@PathVariable String id, HttpServletRequest request) {
        Language language = LanguageResolver.of(request);
        RuleDescription rule = guide.rule(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<AgedParameter> thresholds = guide.thresholds(language);
        return new ModelAndView("pages/rule")
                .addObject("rule", rule)
                .addObject("grades", Grade.values())
                .addObject(
                        "thresholds",
                        thresholds.stream()
                                .filter(aged -> rule.thresholds().contains(aged.parameter()))
                                .toList())
                .addObject("phrases", new RulePhrases(pageTexts.in(language), parameters(thresholds)));
    }

    @GetMapping("/thresholds/{id}")
    ModelAndView threshold(@PathVariable("id") String name, HttpServletRequest request) {
        Language language = LanguageResolver.of(request);
        List<AgedParameter> thresholds = guide.thresholds(language);
        AgedParameter threshold = thresholds.stream()
                .filter(aged -> aged.parameter().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new ModelAndView("pages/threshold")
                .addObject("threshold", threshold)
                .addObject("readers", guide.readersOf(name))
                .addObject("drawn", RuleTrials.COMPANIES)
                .addObject("phrases", new RulePhrases(pageTexts.in(language), parameters(thresholds)));
    }
}
