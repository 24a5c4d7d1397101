package org.hashwise.rulebook.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.hashwise.advice.EvaluationStopped;
import org.hashwise.advice.Situation;
import org.hashwise.economics.Jurisdictions;
import org.hashwise.rulebook.language.Condition;
import org.hashwise.rulebook.language.Consequence;
import org.hashwise.rulebook.language.ConsequenceForm;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RuleRole;
import org.hashwise.rulebook.language.RulebookContents;
import org.jspecify.annotations.Nullable;

/**
 * Checked rules, evaluated directly and without the rule engine. Evaluates test cases and edits that are tried out; the
 * advice of an edition or an overlay never comes from here. INVARIANT: decides and doubts as {@link DroolsEngine}
 * does, which a test verifies on all cases, the casebook and drawn companies.
 */
public final class RuleInterpreter extends RuleEngine {

    private final ConditionEvaluator conditions;
    private final List<Predicate<WorkingFacts>> policy;
    private final List<FactQuery> decision;
    private final List<Set<String>> decisionReads;
    private final List<Predicate<WorkingFacts>> grading;
    private final List<Predicate<WorkingFacts>> plausibility;

    public RuleInterpreter(RulebookContents contents) {
        super(contents);
        this.conditions = new ConditionEvaluator(contents.questionnaire(), contents.thresholds());
        this.policy = contents.policy().stream().map(conditions::of).toList();
        this.decision = contents.decision().stream()
                .map(rule -> conditions.query(rule.conditions()))
                .toList();
        this.decisionReads =
                contents.decision().stream().map(RuleInterpreter::reads).toList();
        this.grading = contents.grading().stream().map(conditions::of).toList();
        this.plausibility = contents.plausibility().stream().map(conditions::of).toList();
    }

    /** The regulation table alone. */
    public static Jurisdictions regulation(RulebookContents contents) {
        ConditionEvaluator conditions = new ConditionEvaluator(contents.questionnaire(), contents.thresholds());
        List<Predicate<WorkingFacts>> rows =
                contents.grading().stream().map(conditions::of).toList();
        return RegulationTable.of(code -> matching(rows, WorkingFacts.ofPlace(code)), contents);
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
        WorkingFacts company = WorkingFacts.of(situation);
        List<PolicyEffect> caused = new ArrayList<>();
        int effect = 0;
        for (int i = 0; i < policy.size(); i++) {
            int next = effect + contents().policy().get(i).consequences().size();
            if (policy.get(i).test(company)) {
                caused.addAll(effects.effects().subList(effect, next));
            }
            effect = next;
        }
        return decide(situation, caused);
    }

    /**
     * The findings of the rules of the decision for a situation.
     *
     * @param caused effects of the policy, whether its rules cause them or not
     */
    public Findings decide(Situation situation, List<PolicyEffect> caused) {
        return new Run(situation, caused).findings;
    }

    /** The company and all that the decision adds to it, when nothing fires any more. */
    public WorkingFacts facts(Situation situation, List<PolicyEffect> caused) {
        return new Run(situation, caused).facts;
    }

    /** The evaluator of the conditions of its rules, and of rules like them. */
    public ConditionEvaluator conditions() {
        return conditions;
    }

    @Override
    public List<Integer> rowsFor(String code) {
        return matching(grading, WorkingFacts.ofPlace(code));
    }

    @Override
    List<Integer> doubting(Situation situation) {
        return matching(plausibility, WorkingFacts.of(situation));
    }

    private static List<Integer> matching(List<Predicate<WorkingFacts>> rules, WorkingFacts facts) {
        return IntStream.range(0, rules.size())
                .filter(rule -> rules.get(rule).test(facts))
                .boxed()
                .toList();
    }

    /** One situation. Rules of the decision fire until nothing new comes of them, each once for what it matches. */
    private final class Run {

        private final Findings findings = new Findings(effects);
        private final WorkingFacts facts;
        private final Set<Firing> fired = new HashSet<>();
        private final @Nullable Matched[] matched = new Matched[decision.size()];

        private record Firing(int rule, Map<String, Object> variables) {}

        /** The matches of a rule at a number of the facts that it reads. */
        private record Matched(int facts, List<Map<String, Object>> matches) {}

        Run(Situation situation, List<PolicyEffect> caused) {
            this.facts = WorkingFacts.of(situation);
            caused.forEach(this::cause);
            decide();
            DroolsEngine.CONTENDERS.forEach(strategy -> facts.add("Candidate", new CandidateStrategy(strategy)));
            decide();
            facts.add("Ballot", new Ballot());
            decide();
        }

        private void cause(PolicyEffect effect) {
            switch (effect.form()) {
                case SUPPORT, OPPOSE -> facts.add("Evidence", findings.evidence(effect.index()));
                case BLOCK -> facts.add("Gate", findings.gate(effect.index()));
                case PLAN, RISK, HEADLINE -> findings.point(effect.index());
                default -> throw new IllegalArgumentException(effect.form().name());
            }
        }

        private void decide() {
            boolean changed = true;
            while (changed) {
                changed = false;
                for (int i = 0; i < decision.size() && !changed; i++) {
                    changed = fire(i, contents().decision().get(i));
                }
            }
        }

        private boolean fire(int position, Rule rule) {
            List<Map<String, Object>> matches = matches(position);
            if (matches.size() > FiringLimit.USUAL.firings()) {
                throw new EvaluationStopped(rule.id());
            }
            for (Map<String, Object> variables : matches) {
                if (fired.add(new Firing(position, variables))) {
                    rule.consequences().forEach(consequence -> decide(position, consequence, variables));
                    return true;
                }
            }
            return false;
        }

        // Sums over the evidence take most of the time; what firing adds seldom bears on them.
        private List<Map<String, Object>> matches(int position) {
            int facts = this.facts.count(decisionReads.get(position));
            Matched known = matched[position];
            if (known == null || known.facts() != facts) {
                known = new Matched(facts, decision.get(position).matches(this.facts, Map.of()));
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
            ConsequenceForm form = ConsequenceForm.in(consequence, RuleRole.DECISION);
            switch (form) {
                case SCORE -> {
                    double score = Double.parseDouble(String.valueOf(values.get(1)));
                    boolean viable = values.get(2).equals("VIABLE");
                    facts.add("Standing", findings.score(position, first, score, viable));
                }
                case RECOMMEND -> facts.add("Recommended", findings.recommend(position, first));
                case EXTENT -> findings.extent(position, first);
                case COMBINE -> findings.combine(position, first);
                default -> throw new IllegalArgumentException(form.name());
            }
        }
    }
}
