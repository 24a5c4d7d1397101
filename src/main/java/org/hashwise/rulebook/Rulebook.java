package org.hashwise.rulebook;

import java.util.List;
import java.util.Map;
import org.hashwise.advice.Advice;
import org.hashwise.advice.Adviser;
import org.hashwise.advice.DecisionThreshold;
import org.hashwise.advice.RuleReading;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.advice.Verdict;
import org.hashwise.economics.Jurisdictions;
import org.hashwise.market.MarketHistory;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.rulebook.engine.DecisionThresholds;
import org.hashwise.rulebook.engine.Findings;
import org.hashwise.rulebook.engine.Ranking;
import org.hashwise.rulebook.explanation.AdviceBuilder;
import org.hashwise.rulebook.explanation.RuleExplainer;
import org.hashwise.rulebook.model.CaseStudy;
import org.hashwise.rulebook.model.Parameter;
import org.hashwise.rulebook.model.RuleSummary;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.RulebookProblem;
import org.hashwise.rulebook.model.StrategyProfile;
import org.hashwise.rulebook.testing.RulebookUnderTest;

/** One edition of the files in rules/, checked and compiled. Immutable and thread-safe. */
public final class Rulebook implements Adviser, AutoCloseable {

    private final String edition;
    private final RulebookFiles files;
    private final Map<Strategy, StrategyProfile> strategies;
    private final List<RulebookProblem> warnings;
    private final RulebookUnderTest subject;
    private final AdviceBuilder narrator;
    private final List<DecisionThreshold> breakPoints;
    private final RuleExplainer examiner;
    private volatile boolean closed;

    Rulebook(RulebookParts parts) {
        this.edition = parts.edition();
        this.files = parts.files();
        this.strategies = Map.copyOf(parts.strategies());
        this.warnings = List.copyOf(parts.warnings());
        this.subject = parts.subject();
        this.narrator = new AdviceBuilder(edition, questionnaire(), parameters(), strategies, subject.compiled());
        this.breakPoints = DecisionThresholds.of(questionnaire(), subject.rules(), subject.thresholds());
        this.examiner = new RuleExplainer(subject);
    }

    @Override
    public Advice advise(Situation situation, Language language) {
        return narrator.tell(situation, language, subject.compiled().evaluate(situation));
    }

    @Override
    public Verdict verdict(Situation situation) {
        Findings findings = subject.compiled().evaluate(situation);
        return Ranking.of(findings).verdict();
    }

    @Override
    public List<DecisionThreshold> breakPoints() {
        return breakPoints;
    }

    @Override
    public List<RuleReading> readings(Situation situation, Language language) {
        return examiner.readings(situation, language);
    }

    /** {@code sha256:…} over the normalised content of the files. */
    public String edition() {
        return edition;
    }

    /** The files it was made of. */
    public RulebookFiles files() {
        return files;
    }

    public Questionnaire questionnaire() {
        return subject.questionnaire();
    }

    public MarketHistory markets() {
        return subject.markets();
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
        return subject.parameters();
    }

    /**
     * The value of a threshold that the program itself reads.
     *
     * @throws IllegalStateException when the rulebook does not have it
     */
    public double threshold(String name) {
        Parameter parameter = parameters().get(name);
        if (parameter == null) {
            throw new IllegalStateException(name);
        }
        return parameter.value();
    }

    /** The casebook, by id. */
    public List<CaseStudy> cases() {
        return subject.casebook();
    }

    public Jurisdictions jurisdictions() {
        return subject.jurisdictions();
    }

    /** What each rule is, in the order of file and line, in one language. */
    public List<RuleSummary> rules(Language language) {
        return subject.rules().stream()
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

    /** What is needed to put the rules on trial. */
    RulebookUnderTest subject() {
        return subject;
    }

    @Override
    public void close() {
        closed = true;
        subject.compiled().close();
        examiner.close();
    }

    boolean isClosed() {
        return closed;
    }
}
