package org.hashwise.rulebook.content;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hashwise.advice.Strategy;
import org.hashwise.economics.Economics;
import org.hashwise.market.MarketHistory;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.rulebook.engine.RuleInterpreter;
import org.hashwise.rulebook.explanation.AdviceBuilder;
import org.hashwise.rulebook.files.FileLayoutCheck;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.files.Suggestion;
import org.hashwise.rulebook.language.FactSchema;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RuleChecker;
import org.hashwise.rulebook.language.RuleRole;
import org.hashwise.rulebook.language.RulebookContents;
import org.hashwise.rulebook.lint.RulebookLinter;
import org.hashwise.rulebook.model.AnalysisParameters;
import org.hashwise.rulebook.model.MemoParameters;
import org.hashwise.rulebook.model.Position;
import org.hashwise.rulebook.model.ProjectionParameters;
import org.hashwise.rulebook.model.RuleCase;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.RulebookProblem.Code;
import org.hashwise.rulebook.model.StrategyProfile;

/** Reader and checker of all files of a rulebook; a file with errors does not stop it. */
public final class ContentsReader {

    private final RulebookFiles given;
    private final Optional<LocalDate> today;
    private final Problems problems;

    /** @param today the day on which reviews of thresholds may be due; empty for no such warnings */
    public ContentsReader(RulebookFiles files, Optional<LocalDate> today, Problems problems) {
        this.given = files;
        this.today = today;
        this.problems = problems;
    }

    /** Everything in the files, checked. */
    public RulebookContents read() {
        return read(false);
    }

    /**
     * Everything in files that had no problem when they were checked before: the cases of rules are read when they are first asked
     * for, and what the linter has to say is not asked again.
     */
    public RulebookContents readTested() {
        return read(true);
    }

    private RulebookContents read(boolean tested) {
        given.unread().forEach(problems::add);
        if (given.unread().isEmpty()
                && Stream.of("questions", "parameters", "policy")
                        .allMatch(folder -> given.paths(folder, "").isEmpty())) {
            problems.error(Code.NO_RULEBOOK, Position.of("questions"), "", "");
        }
        RulebookFiles files = new FileLayoutCheck(problems).check(given);
        QuestionsReader questions = new QuestionsReader(problems);
        Questionnaire asked = questions.read(files);
        Set<String> doubtful = questions.doubtful();
        Questionnaire questionnaire = asked.with(new MigrationsReader(asked, doubtful, problems).read(files));
        requireFormulaInputs(questionnaire, doubtful);
        ParametersReader parameters = new ParametersReader(today, problems).read(files);
        requireThresholds(parameters.thresholds().keySet());
        MarketHistory markets = new MarketReader(questionnaire, doubtful, today, problems).read(files);
        Map<Strategy, StrategyProfile> strategies = new StrategiesReader(problems).read(files);
        FactSchema schema = new FactSchema(questionnaire, doubtful);
        Set<String> thresholds = parameters.thresholds().keySet();
        PolicyReader policy =
                new PolicyReader(schema, thresholds, parameters.schedules().keySet(), problems).read(files);
        Map<RuleRole, List<Rule>> rules = new LinkedHashMap<>();
        for (RuleRole role : RuleRole.values()) {
            rules.put(role, policy.rules(role));
        }
        RulebookContents withoutCases = new RulebookContents(
                questionnaire,
                markets,
                strategies,
                parameters.thresholds(),
                parameters.schedules(),
                rules,
                new CasebookReader(questionnaire, doubtful, markets, problems).read(files),
                List.of(),
                new ViewsReader(parameters.thresholds(), problems).read(files));
        if (tested) {
            return withoutCases.withRuleCases(new DeferredList<>(() -> cases(withoutCases, doubtful, policy, files)));
        }
        RulebookContents contents = withoutCases.withRuleCases(cases(withoutCases, doubtful, policy, files));
        if (!problems.hasErrors()) { // a half-read rulebook looks full of unused and unreachable things
            new RulebookLinter(schema, questionnaire, contents.thresholds(), problems)
                    .review(
                            rules,
                            parameters.schedules().keySet(),
                            readByTheProgram(contents.parameters().keySet()),
                            name -> name.contains(".") ? questions.position(name) : parameters.position(name));
        }
        return contents;
    }

    /** The thresholds that no rule needs to read. */
    private static Set<String> readByTheProgram(Set<String> known) {
        Set<String> names = new HashSet<>(AdviceBuilder.thresholds());
        names.addAll(AnalysisParameters.names());
        if (ProjectionParameters.names().stream().anyMatch(known::contains)) {
            names.addAll(ProjectionParameters.names());
        }
        if (ProjectionParameters.calibration().stream().anyMatch(known::contains)) {
            names.addAll(ProjectionParameters.calibration());
        }
        if (known.contains(MemoParameters.MARKET_DAYS)) {
            names.add(MemoParameters.MARKET_DAYS);
        }
        return names;
    }

    private void requireFormulaInputs(Questionnaire questionnaire, Set<String> doubtful) {
        List<String> known =
                questionnaire.questions().stream().map(Question::id).toList();
        for (String id : Economics.requiredInputs()) {
            boolean excused = doubtful.contains(id) || doubtful.contains(id.substring(0, id.indexOf('.')));
            if (!known.contains(id) && !excused) {
                problems.error(Code.MISSING_QUESTION, Position.of("questions"), id, Suggestion.near(id, known), id);
            }
        }
    }

    private void requireThresholds(Set<String> known) {
        for (String name : readByTheProgram(known)) {
            if (!known.contains(name) && !problems.lacksFilesOf("parameters")) {
                String suggestion = Suggestion.near(name, known);
                problems.error(Code.MISSING_THRESHOLD, Position.of("parameters"), name, suggestion, name);
            }
        }
    }

    private List<RuleCase> cases(
            RulebookContents contents, Set<String> doubtful, PolicyReader policy, RulebookFiles files) {
        Set<String> ids = new HashSet<>(policy.spoiled());
        for (RuleRole role : RuleRole.values()) {
            policy.rules(role).forEach(rule -> ids.add(rule.id()));
        }
        List<RuleCase> cases = new RuleCasesReader(
                        contents.questionnaire(),
                        doubtful,
                        ids,
                        contents.parameters(),
                        contents.markets(),
                        () -> RuleInterpreter.regulation(contents),
                        problems)
                .read(files);
        Set<String> firing = new HashSet<>();
        Set<String> silent = new HashSet<>();
        cases.forEach(example -> {
            firing.addAll(example.fires());
            silent.addAll(example.silent());
        });
        for (RuleRole role : RuleRole.values()) {
            for (Rule rule : policy.rules(role)) {
                requireCase(rule, firing, "fires");
                requireCase(rule, silent, "silent");
            }
        }
        return cases;
    }

    private void requireCase(Rule rule, Set<String> shown, String how) {
        boolean named = rule.name().matches(RuleChecker.NAME);
        if (named && !shown.contains(rule.id()) && !problems.lacksFilesOf("policy")) {
            problems.error(Code.MISSING_CASE, rule.position(), rule.id(), how + ": [" + rule.id() + "]", rule.id());
        }
    }
}
