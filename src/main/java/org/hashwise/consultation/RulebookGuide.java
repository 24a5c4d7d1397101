package org.hashwise.consultation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hashwise.questionnaire.Language;
import org.hashwise.rulebook.ActiveRulebook;
import org.hashwise.rulebook.model.RuleDescription;
import org.springframework.stereotype.Service;

/** The rulebook in force for its readers: every rule and every threshold with all that is known about it. */
@Service
public class RulebookGuide {

    private final ActiveRulebook rulebooks;
    private final Consultation consultation;

    RulebookGuide(ActiveRulebook rulebooks, Consultation consultation) {
        this.rulebooks = rulebooks;
        this.consultation = consultation;
    }

    /** All rules, in the order of file and line. */
    public Collection<RuleDescription> rules() {
        return rulebooks.current().descriptions().values();
    }

    public Optional<RuleDescription> rule(String id) {
        return Optional.ofNullable(rulebooks.current().descriptions().get(id));
    }

    /** All thresholds with their age in days, in the order of file and line. */
    public List<EditionSummary.AgedParameter> thresholds(Language language) {
        return consultation.editionSummary(language).parameters();
    }

    /** The sentences of the rules by id. */
    public Map<String, String> titles(Language language) {
        return rulebooks.current().titles(language);
    }

    /** The rules that read a threshold. */
    public List<RuleDescription> readersOf(String threshold) {
        return rules().stream()
                .filter(rule ->
                        rule.thresholds().stream().anyMatch(read -> read.name().equals(threshold)))
                .toList();
    }
}
