package org.hashwise.rulebook;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Verdict;
import org.hashwise.economics.Jurisdictions;
import org.hashwise.market.MarketHistory;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.rulebook.content.RulebookContents;
import org.hashwise.rulebook.engine.Findings;
import org.hashwise.rulebook.engine.Ranking;
import org.hashwise.rulebook.engine.RuleEngine;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RuleRole;
import org.hashwise.rulebook.model.CaseStudy;
import org.hashwise.rulebook.model.Contribution;
import org.hashwise.rulebook.model.RulebookProblem;
import org.hashwise.rulebook.testing.Contributions;

/**
 * The rules as their files stand, for looking at what an edit does before it is published. It decides as the rulebook
 * made of the same files would, without being compiled; it gives no advice. Thread-safe.
 */
public final class InterpretedRulebook {

    private final String edition;
    private final RulebookContents contents;
    private final RuleEngine engine;
    private final Jurisdictions jurisdictions;
    private final List<RulebookProblem> problems;
    private final Contributions contributions;

    InterpretedRulebook(
            String edition,
            RulebookContents contents,
            RuleEngine engine,
            Jurisdictions jurisdictions,
            List<RulebookProblem> problems) {
        this.edition = edition;
        this.contents = contents;
        this.engine = engine;
        this.jurisdictions = jurisdictions;
        this.problems = List.copyOf(problems);
        this.contributions =
                new Contributions(engine, contents.rules(RuleRole.GRADING), jurisdictions, contents.thresholds());
    }

    public Verdict verdict(Situation situation) {
        return Ranking.of(engine.evaluate(situation)).verdict();
    }

    /**
     * The verdict, and which of some rules fire, of one evaluation.
     *
     * @param asked ids of rules, rows of the regulation table included
     */
    public Decision decide(Situation situation, Set<String> asked) {
        Findings findings = engine.evaluate(situation);
        return new Decision(Ranking.of(findings).verdict(), contributions.among(asked, situation, findings));
    }

    /** @param rules ids of those that were asked for and fired */
    public record Decision(Verdict verdict, Set<String> rules) {
        public Decision {
            rules = Set.copyOf(rules);
        }
    }

    /** What each rule that fires for a company contributes to the verdict. */
    public List<Contribution> contributions(Situation situation) {
        return contributions.to(situation);
    }

    /** {@code sha256:…} over the normalised content of the files. */
    public String edition() {
        return edition;
    }

    public Questionnaire questionnaire() {
        return contents.questionnaire();
    }

    public MarketHistory markets() {
        return contents.markets();
    }

    public Jurisdictions jurisdictions() {
        return jurisdictions;
    }

    /** The casebook, by id. */
    public List<CaseStudy> cases() {
        return contents.cases();
    }

    /** The sentences of the rules by id, in one language. */
    public Map<String, String> titles(Language language) {
        Map<String, String> titles = new TreeMap<>();
        for (RuleRole role : RuleRole.values()) {
            for (Rule rule : contents.rules(role)) {
                titles.put(rule.id(), rule.title().in(language));
            }
        }
        return titles;
    }

    /** Warnings, and cases beside the rules that the rules do not meet. */
    public List<RulebookProblem> problems() {
        return problems;
    }
}
