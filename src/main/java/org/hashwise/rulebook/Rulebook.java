package org.hashwise.rulebook;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.hashwise.advice.Adviser;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.advice.Verdict;
import org.hashwise.advice.VerdictEvaluator;
import org.hashwise.economics.Jurisdictions;
import org.hashwise.market.MarketHistory;
import org.hashwise.market.MarketSnapshot;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.rulebook.engine.DroolsEngine;
import org.hashwise.rulebook.engine.RuleEngine;
import org.hashwise.rulebook.explanation.RuleDescriber;
import org.hashwise.rulebook.language.RulebookContents;
import org.hashwise.rulebook.model.CaseStudy;
import org.hashwise.rulebook.model.Contribution;
import org.hashwise.rulebook.model.HouseView;
import org.hashwise.rulebook.model.Parameter;
import org.hashwise.rulebook.model.RuleDescription;
import org.hashwise.rulebook.model.RuleSummary;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.RulebookProblem;
import org.hashwise.rulebook.model.StrategyProfile;
import org.hashwise.rulebook.testing.AgreementCheck;
import org.hashwise.rulebook.testing.Contributions;

/**
 * One edition of the files in rules/, checked, with an engine that evaluates it. The advice of the edition and of its
 * overlays, doubts included, is given by the rule engine alone; an edit that is tried out is evaluated by the interpreter,
 * which decides the same, and verdicts in bulk come from bytecode once it was found to decide the same. Thread-safe.
 */
public final class Rulebook extends EngineAdviser implements AutoCloseable {

    /** An overlay that was asked for advice holds networks of two megabytes. */
    private static final int MOST_OVERLAYS = 16;

    private final RulebookFiles files;
    private final List<RulebookProblem> problems;
    private final Contributions contributions;
    private final BulkVerdicts bulk;

    /** Overlays by edition. */
    private final Cache<String, EngineAdviser> overlays = Caffeine.newBuilder()
            .maximumSize(MOST_OVERLAYS)
            .executor(Runnable::run)
            .build();

    private volatile boolean closed;
    private volatile Map<String, RuleDescription> descriptions = Map.of();

    Rulebook(RulebookFiles files, RuleEngine engine, List<RulebookProblem> problems) {
        this(files, engine, problems, new BulkVerdicts(files.fingerprint()));
    }

    private Rulebook(RulebookFiles files, RuleEngine engine, List<RulebookProblem> problems, BulkVerdicts bulk) {
        super(files.fingerprint(), engine, bulk::evaluator);
        this.files = files;
        this.problems = List.copyOf(problems);
        this.contributions = new Contributions(engine);
        this.bulk = bulk;
    }

    /** The source of the verdicts of {@link #evaluator()}s that are made from now on. */
    public VerdictSource verdictSource() {
        return bulk.source();
    }

    /**
     * Makes bytecode of the rules and has it decide in bulk if its verdicts are those of the engine: on all companies of the
     * comparison, which takes a second at most, or on few when all were compared as the program was built.
     *
     * @param stopped asked before each company; true when there is to be no result
     */
    void verifyBytecode(BooleanSupplier stopped) {
        boolean compared = TestedRules.include(edition());
        bulk.verify(contents(), compared ? AgreementCheck.brief(engine) : AgreementCheck.full(engine), stopped);
    }

    /** The same on fewer companies, for a rulebook that is tried out. */
    public void verifyBytecodeBriefly() {
        bulk.verify(contents(), AgreementCheck.brief(engine), this::isClosed);
    }

    /**
     * The verdict in bulk, and which of some rules fire.
     *
     * @param asked ids of rules, rows of the regulation table included
     */
    public Decision decide(Situation situation, Set<String> asked) {
        VerdictEvaluator evaluator = evaluator();
        evaluator.evaluate(situation);
        return new Decision(evaluator.verdict(), contributions.among(asked, situation));
    }

    /** @param rules ids of those that were asked for and fired */
    public record Decision(Verdict verdict, Set<String> rules) {
        public Decision {
            rules = Set.copyOf(rules);
        }
    }

    /**
     * The same rules with other values of some thresholds, which are not checked here. The rule engine evaluates them; its
     * networks are built at their first advice, in hundredths of a second. Those in use are cached, and end with their last user.
     *
     * @param values by name of threshold
     * @param edition the name of the result, different for different values, which its advice names instead of this edition
     */
    public Adviser with(Map<String, Double> values, String edition) {
        return overlays.get(edition, missing -> {
            RulebookContents overlaid = contents().withThresholds(values);
            return new EngineAdviser(
                    edition,
                    values.isEmpty() ? engine : DroolsEngine.whenAsked(overlaid),
                    bulk.with(overlaid.thresholds()));
        });
    }

    /** The house views, in the order of their files. */
    public List<HouseView> views() {
        return contents().views();
    }

    /** The contribution of each rule that fires for a company to the verdict. */
    public List<Contribution> contributions(Situation situation) {
        return contributions.to(situation);
    }

    /** The files it was made of. */
    public RulebookFiles files() {
        return files;
    }

    public Questionnaire questionnaire() {
        return contents().questionnaire();
    }

    public MarketHistory markets() {
        return contents().markets();
    }

    public StrategyProfile strategy(Strategy strategy) {
        StrategyProfile profile = contents().strategies().get(strategy);
        if (profile == null) {
            throw new IllegalStateException(strategy.name());
        }
        return profile;
    }

    /** The thresholds by name. */
    public Map<String, Parameter> parameters() {
        return contents().parameters();
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
        return contents().cases();
    }

    public Jurisdictions jurisdictions() {
        return engine.jurisdictions();
    }

    /** A company as the rules see it, with the market values of the day; empty when no snapshot is as old as the day. */
    public Optional<Situation> situation(Answers answers, LocalDate day) {
        return engine.situation(answers, day);
    }

    /** The same on a market that need not be one of the edition. */
    public Situation situation(Answers answers, MarketSnapshot market, LocalDate day) {
        return engine.situation(answers, market, day);
    }

    /** The company of this id in the casebook. */
    public Optional<CaseStudy> caseStudy(String id) {
        return cases().stream().filter(study -> study.id().equals(id)).findFirst();
    }

    /** The sentences of the rules by id, in one language. */
    public Map<String, String> titles(Language language) {
        Map<String, String> titles = new TreeMap<>();
        contents().rules().forEach(rule -> titles.put(rule.id(), rule.title().in(language)));
        return titles;
    }

    /** A summary of each rule in one language, in the order of file and line. */
    public List<RuleSummary> rules(Language language) {
        return contents().rules().stream()
                .map(rule -> new RuleSummary(
                        rule.id(),
                        rule.title().in(language),
                        topic(rule.position().file()),
                        rule.position().file(),
                        rule.position().line(),
                        rule.source().in(language)))
                .toList();
    }

    /** Everything about each rule by its id, in the order of file and line; put together when it is first asked for. */
    public Map<String, RuleDescription> descriptions() {
        Map<String, RuleDescription> known = descriptions;
        if (known.isEmpty()) {
            known = Collections.unmodifiableMap(new RuleDescriber(engine).descriptions());
            descriptions = known;
        }
        return known;
    }

    private static String topic(String file) {
        return file.split("/", 3)[1];
    }

    /**
     * The warnings of the check of the files; in a rulebook that was read by {@link
     * RulebookReader#interpret} also the cases that the rules do not meet.
     */
    public List<RulebookProblem> problems() {
        return problems;
    }

    RulebookContents contents() {
        return engine.contents();
    }

    RuleEngine engine() {
        return engine;
    }

    @Override
    public void close() {
        closed = true;
        engine.close();
        overlays.invalidateAll();
    }

    boolean isClosed() {
        return closed;
    }
}
