package org.hashwise.rulebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hashwise.advice.Strategy;
import org.hashwise.economics.Economics;
import org.hashwise.market.MarketHistory;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.rulebook.RulebookProblem.Code;
import org.hashwise.rulebook.content.CasebookReader;
import org.hashwise.rulebook.content.MarketReader;
import org.hashwise.rulebook.content.ParametersReader;
import org.hashwise.rulebook.content.PolicyReader;
import org.hashwise.rulebook.content.QuestionsReader;
import org.hashwise.rulebook.content.RuleCase;
import org.hashwise.rulebook.content.RuleCasesReader;
import org.hashwise.rulebook.content.StrategiesReader;
import org.hashwise.rulebook.engine.CompiledRules;
import org.hashwise.rulebook.engine.EngineRefused;
import org.hashwise.rulebook.engine.RegulationTable;
import org.hashwise.rulebook.engine.RuleSet;
import org.hashwise.rulebook.files.Position;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.files.Suggestion;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RuleRole;
import org.hashwise.rulebook.language.Vocabulary;
import org.hashwise.rulebook.trial.CaseTrial;
import org.hashwise.rulebook.trial.TrialSubject;

/** Makes a rulebook of files, or says everything that stands in the way. */
public final class RulebookReader {

    private final Problems problems = new Problems();
    private final RulebookFiles files;

    private RulebookReader(RulebookFiles files) {
        this.files = files;
    }

    /**
     * A rulebook, unless the files have errors.
     *
     * @throws RulebookRejected when the files have errors; it names all of them
     */
    public static Rulebook read(RulebookFiles files) {
        return new RulebookReader(files).read();
    }

    /** Everything that is to be said about the files, and the rulebook when they have no errors. */
    public static Examination examine(RulebookFiles files) {
        try {
            Rulebook rulebook = read(files);
            return new Examination(files.fingerprint(), rulebook.warnings(), Optional.of(rulebook));
        } catch (RulebookRejected rejected) {
            return new Examination(files.fingerprint(), rejected.problems(), Optional.empty());
        }
    }

    /**
     * The result of reading files.
     *
     * @param edition fingerprint of the files
     * @param problems errors and warnings, in order of file and line
     */
    public record Examination(String edition, List<RulebookProblem> problems, Optional<Rulebook> rulebook) {
        public Examination {
            problems = List.copyOf(problems);
        }
    }

    private Rulebook read() {
        Questionnaire questionnaire = new QuestionsReader(problems).read(files);
        requireFormulaInputs(questionnaire);
        stopOnErrors(); // everything else refers to the questions and would only repeat their mistakes
        ParametersReader parameters = new ParametersReader(problems).read(files);
        MarketHistory markets = new MarketReader(questionnaire, problems).read(files);
        Map<Strategy, StrategyProfile> strategies = new StrategiesReader(problems).read(files);
        PolicyReader policy = new PolicyReader(
                        new Vocabulary(questionnaire),
                        parameters.thresholds().keySet(),
                        parameters.schedules().keySet(),
                        problems)
                .read(files);
        List<CaseStudy> cases = new CasebookReader(questionnaire, problems).read(files);
        List<Rule> rules = new ArrayList<>();
        for (RuleRole role : RuleRole.values()) {
            rules.addAll(policy.rules(role));
        }
        List<RuleCase> ruleCases = ruleCases(questionnaire, rules);
        stopOnErrors();
        CompiledRules compiled = compile(questionnaire, policy, parameters.thresholds());
        List<Rule> grading = policy.rules(RuleRole.GRADING);
        RegulationTable regulation = new RegulationTable(compiled, grading, parameters.schedules());
        CaseTrial trial = new CaseTrial(questionnaire, markets, compiled, grading, regulation);
        ruleCases.forEach(example -> trial.run(example, problems));
        if (problems.hasErrors()) {
            compiled.close();
        }
        stopOnErrors();
        TrialSubject subject = new TrialSubject(
                questionnaire,
                markets,
                policy.rules(RuleRole.POLICY),
                policy.rules(RuleRole.DECISION),
                grading,
                parameters.thresholds(),
                parameters.schedules(),
                ruleCases,
                cases,
                compiled,
                regulation);
        return new Rulebook(new RulebookParts(files.fingerprint(), strategies, problems.all(), subject));
    }

    private CompiledRules compile(Questionnaire questionnaire, PolicyReader policy, Map<String, Parameter> thresholds) {
        Map<String, Double> values = new LinkedHashMap<>();
        thresholds.forEach((name, parameter) -> values.put(name, parameter.value()));
        try {
            return CompiledRules.of(
                    questionnaire,
                    new RuleSet(
                            policy.rules(RuleRole.POLICY),
                            policy.rules(RuleRole.DECISION),
                            policy.rules(RuleRole.GRADING),
                            List.of(),
                            values));
        } catch (EngineRefused refusal) {
            refusal.messages()
                    .forEach(message -> problems.error(Code.ENGINE_REFUSED, Position.of("policy"), "", "", message));
            throw new RulebookRejected(problems.all());
        }
    }

    private void requireFormulaInputs(Questionnaire questionnaire) {
        List<String> known = questionnaire.questions().stream()
                .map(question -> question.id())
                .toList();
        for (String id : Economics.inputs()) {
            if (!known.contains(id)) {
                problems.error(Code.MISSING_QUESTION, Position.of("questions"), id, Suggestion.near(id, known), id);
            }
        }
    }

    private List<RuleCase> ruleCases(Questionnaire questionnaire, List<Rule> rules) {
        Set<String> ids = new HashSet<>();
        rules.forEach(rule -> ids.add(rule.id()));
        List<RuleCase> cases = new RuleCasesReader(questionnaire, ids, problems).read(files);
        Set<String> firing = new HashSet<>();
        Set<String> silent = new HashSet<>();
        cases.forEach(example -> {
            firing.addAll(example.fires());
            silent.addAll(example.silent());
        });
        for (Rule rule : rules) {
            requireCase(rule, firing, "fires");
            requireCase(rule, silent, "silent");
        }
        return cases;
    }

    private void requireCase(Rule rule, Set<String> shown, String how) {
        if (!shown.contains(rule.id())) {
            problems.error(Code.MISSING_CASE, rule.position(), rule.id(), how + ": [" + rule.id() + "]", rule.id());
        }
    }

    private void stopOnErrors() {
        if (problems.hasErrors()) {
            throw new RulebookRejected(problems.all());
        }
    }
}
