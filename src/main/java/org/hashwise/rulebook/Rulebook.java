package org.hashwise.rulebook;

import java.util.List;
import java.util.Map;
import org.hashwise.advice.Advice;
import org.hashwise.advice.Adviser;
import org.hashwise.advice.BreakPoint;
import org.hashwise.advice.RuleReading;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.advice.Verdict;
import org.hashwise.economics.Jurisdictions;
import org.hashwise.market.MarketHistory;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.rulebook.engine.BreakPoints;
import org.hashwise.rulebook.engine.Findings;
import org.hashwise.rulebook.telling.Narrator;
import org.hashwise.rulebook.telling.Ranking;
import org.hashwise.rulebook.trial.RuleExaminer;
import org.hashwise.rulebook.trial.TrialSubject;

/** One edition of the files in rules/, checked and compiled. Immutable and thread-safe. */
public final class Rulebook implements Adviser, AutoCloseable {

    private final String edition;
    private final RulebookFiles files;
    private final Map<Strategy, StrategyProfile> strategies;
    private final List<RulebookProblem> warnings;
    private final TrialSubject subject;
    private final Narrator narrator;
    private final List<BreakPoint> breakPoints;
    private final RuleExaminer examiner;
    private volatile boolean closed;

    Rulebook(RulebookParts parts) {
        this.edition = parts.edition();
        this.files = parts.files();
        this.strategies = Map.copyOf(parts.strategies());
        this.warnings = List.copyOf(parts.warnings());
        this.subject = parts.subject();
        this.narrator = new Narrator(edition, questionnaire(), parameters(), strategies, subject.compiled());
        this.breakPoints = BreakPoints.of(questionnaire(), subject.rules(), subject.thresholds());
        this.examiner = new RuleExaminer(subject);
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
    public List<BreakPoint> breakPoints() {
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
    TrialSubject subject() {
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
