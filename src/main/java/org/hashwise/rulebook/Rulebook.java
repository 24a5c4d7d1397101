package org.hashwise.rulebook;

import java.util.List;
import java.util.Map;
import org.hashwise.advice.Advice;
import org.hashwise.advice.Adviser;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.advice.Verdict;
import org.hashwise.economics.Jurisdictions;
import org.hashwise.market.MarketHistory;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.rulebook.engine.CompiledRules;
import org.hashwise.rulebook.engine.Findings;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.telling.Narrator;
import org.hashwise.rulebook.telling.Ranking;

/** One edition of the files in rules/, checked and compiled. Immutable and thread-safe. */
public final class Rulebook implements Adviser, AutoCloseable {

    private final String edition;
    private final Questionnaire questionnaire;
    private final MarketHistory markets;
    private final Map<Strategy, StrategyProfile> strategies;
    private final Map<String, Parameter> parameters;
    private final List<CaseStudy> cases;
    private final List<Rule> rules;
    private final List<RulebookProblem> warnings;
    private final CompiledRules compiled;
    private final Jurisdictions jurisdictions;
    private final Narrator narrator;
    private volatile boolean closed;

    Rulebook(RulebookParts parts) {
        this.edition = parts.edition();
        this.questionnaire = parts.questionnaire();
        this.markets = parts.markets();
        this.strategies = Map.copyOf(parts.strategies());
        this.parameters = Map.copyOf(parts.parameters());
        this.cases = List.copyOf(parts.cases());
        this.rules = List.copyOf(parts.rules());
        this.warnings = List.copyOf(parts.warnings());
        this.compiled = parts.compiled();
        this.jurisdictions = parts.jurisdictions();
        this.narrator = new Narrator(edition, questionnaire, parameters, strategies, compiled);
    }

    @Override
    public Advice advise(Situation situation, Language language) {
        return narrator.tell(situation, language, compiled.evaluate(situation));
    }

    @Override
    public Verdict verdict(Situation situation) {
        Findings findings = compiled.evaluate(situation);
        return Ranking.of(findings).verdict();
    }

    /** {@code sha256:…} over the normalised content of the files. */
    public String edition() {
        return edition;
    }

    public Questionnaire questionnaire() {
        return questionnaire;
    }

    public MarketHistory markets() {
        return markets;
    }

    public StrategyProfile strategy(Strategy strategy) {
        StrategyProfile profile = strategies.get(strategy);
        if (profile == null) {
            throw new IllegalStateException(strategy.name());
        }
        return profile;
    }

    /** The thresholds by name. */
    public Map<String, Parameter> parameters() {
        return parameters;
    }

    /** The casebook, by id. */
    public List<CaseStudy> cases() {
        return cases;
    }

    public Jurisdictions jurisdictions() {
        return jurisdictions;
    }

    /** What each rule is, in the order of file and line, in one language. */
    public List<RuleSummary> rules(Language language) {
        return rules.stream()
                .map(rule -> new RuleSummary(
                        rule.id(),
                        rule.title().in(language),
                        topic(rule.position().file()),
                        rule.position().file(),
                        rule.position().line(),
                        rule.source()))
                .toList();
    }

    private static String topic(String file) {
        return file.split("/")[1];
    }

    /** What the check of the files would like to see better, though it is no error. */
    public List<RulebookProblem> warnings() {
        return warnings;
    }

    @Override
    public void close() {
        closed = true;
        compiled.close();
    }

    boolean isClosed() {
        return closed;
    }
}
