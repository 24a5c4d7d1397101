package org.hashwise.rulebook.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.hashwise.advice.EvaluationStopped;
import org.hashwise.advice.Situation;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.rulebook.language.Condition;
import org.hashwise.rulebook.language.Consequence;
import org.hashwise.rulebook.language.FactSchema;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RuleRole;
import org.jspecify.annotations.Nullable;

/**
 * Checked rules, read as they stand. Nothing is compiled, so the cases of a rulebook are run within a second where the
 * engine needs several to start. Slow per evaluation and never used for advice. INVARIANT: says what {@link
 * CompiledRules} says, which a test verifies on all cases, the casebook and drawn companies.
 */
public final class RuleInterpreter implements RuleEngine {

    private final CompanyFields fields;
    private final RuleSet rules;
    private final List<Set<String>> decisionReads;
    private final List<Effect> effects;
    private final EvidenceFact[] evidence;
    private final GateFact[] gates;

    public RuleInterpreter(Questionnaire questionnaire, RuleSet rules) {
        this.fields = new CompanyFields(new FactSchema(questionnaire), questionnaire);
        this.rules = rules;
        this.decisionReads =
                rules.decision().stream().map(RuleInterpreter::reads).toList();
        this.effects = DrlWriter.of(rules).effects();
        this.evidence = effects.stream().map(CompiledRules::evidence).toArray(EvidenceFact[]::new);
        this.gates = effects.stream()
                .map(effect -> new GateFact(effect.strategy().name()))
                .toArray(GateFact[]::new);
    }

    private static Set<String> reads(Rule rule) {
        Set<String> types = new HashSet<>();
        rule.walk(condition -> {
            if (condition instanceof Condition.Pattern pattern) {
                types.add(pattern.fact());
            }
        });
        return types;
    }

    @Override
    public Findings evaluate(Situation situation) {
        return new Evaluation(situation).run();
    }

    @Override
    public List<Integer> rowsFor(String code) {
        WorkingFacts facts = new WorkingFacts();
        facts.add(new Jurisdiction(code));
        ConditionEvaluator matcher = new ConditionEvaluator(facts, rules.thresholds());
        return IntStream.range(0, rules.grading().size())
                .filter(row -> matcher.matches(rules.grading().get(row).conditions()))
                .boxed()
                .toList();
    }

    @Override
    public List<Rule> decisionRules() {
        return rules.decision();
    }

    /** One situation. Rules of the decision fire until nothing new comes of them, each once for what it matches. */
    private final class Evaluation {

        private final Findings findings = new Findings(effects, evidence, gates);
        private final WorkingFacts facts;
        private final ConditionEvaluator matcher;
        private final Set<Match> fired = new HashSet<>();
        private final @Nullable Matched[] matched = new Matched[rules.decision().size()];

        private record Match(int rule, Map<String, Object> variables) {}

        /** What a rule matched when there were so many of the facts that it reads. */
        private record Matched(int facts, List<Map<String, Object>> matches) {}

        Evaluation(Situation situation) {
            this.facts = new WorkingFacts(fields, situation);
            this.matcher = new ConditionEvaluator(facts, rules.thresholds());
        }

        Findings run() {
            // Each rule is itself; comparing rules by content would take longer than matching them.
            Set<Rule> matching = Collections.newSetFromMap(new IdentityHashMap<>());
            for (Rule rule : rules.policy()) {
                if (matcher.matches(rule.conditions())) {
                    matching.add(rule);
                }
            }
            effects.stream().filter(effect -> matching.contains(effect.rule())).forEach(this::cause);
            decide();
            CompiledRules.CONTENDERS.forEach(strategy -> facts.add(new CandidateStrategy(strategy)));
            decide();
            facts.add(new Ballot());
            decide();
            return findings;
        }

        private void cause(Effect effect) {
            switch (effect.form()) {
                case SUPPORT, OPPOSE -> facts.add(findings.evidence(effect.index()));
                case BLOCK -> facts.add(findings.gate(effect.index()));
                default -> findings.point(effect.index());
            }
        }

        private void decide() {
            boolean changed = true;
            while (changed) {
                changed = false;
                for (int i = 0; i < rules.decision().size() && !changed; i++) {
                    changed = fire(i, rules.decision().get(i));
                }
            }
        }

        private boolean fire(int position, Rule rule) {
            List<Map<String, Object>> matches = matches(position, rule);
            if (matches.size() > FiringLimit.USUAL.firings()) {
                throw new EvaluationStopped(rule.id());
            }
            for (Map<String, Object> variables : matches) {
                if (fired.add(new Match(position, variables))) {
                    rule.consequences().forEach(consequence -> decide(position, consequence, variables));
                    return true;
                }
            }
            return false;
        }

        // Sums over the evidence take most of the time; what firing adds seldom bears on them.
        private List<Map<String, Object>> matches(int position, Rule rule) {
            int facts = this.facts.count(decisionReads.get(position));
            Matched known = matched[position];
            if (known == null || known.facts() != facts) {
                known = new Matched(facts, matcher.matchesOf(rule.conditions()));
                matched[position] = known;
            }
            return known.matches();
        }

        private void decide(int position, Consequence consequence, Map<String, Object> variables) {
            List<Object> values = new ArrayList<>();
            consequence
                    .arguments()
                    .forEach(argument -> values.add(variables.getOrDefault(argument.text(), argument.text())));
            String first = String.valueOf(values.get(0));
            switch (DrlWriter.formOf(consequence, RuleRole.DECISION)) {
                case SCORE -> {
                    double score = Double.parseDouble(String.valueOf(values.get(1)));
                    facts.add(
                            findings.score(position, first, score, values.get(2).equals("VIABLE")));
                }
                case RECOMMEND -> facts.add(findings.recommend(position, first));
                case EXTENT -> findings.extent(position, first);
                default -> findings.combine(position, first);
            }
        }
    }
}
