package org.hashwise.rulebook.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.drools.model.DSL;
import org.drools.model.Drools;
import org.drools.model.Global;
import org.drools.model.Model;
import org.drools.model.PatternDSL;
import org.drools.model.RuleItemBuilder;
import org.drools.model.Variable;
import org.drools.model.consequences.ConsequenceBuilder;
import org.drools.model.impl.ModelImpl;
import org.hashwise.rulebook.language.Consequence;
import org.hashwise.rulebook.language.Consequence.Argument;
import org.hashwise.rulebook.language.ConsequenceForm;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RuleRole;
import org.hashwise.rulebook.language.RulebookContents;

/**
 * Builder of the engine's executable model from the syntax trees of checked rules: conditions become predicates, and each
 * consequence becomes a call of {@link Findings}. No source code is generated, parsed or compiled.
 */
final class RuleModel {

    static final String PACKAGE = "org.hashwise.policy";

    /** The name of the {@link Findings} of an evaluation in its session. */
    static final String FINDINGS = "findings";

    private final RulebookContents contents;
    private final CompanyFields fields;
    private final Global<Findings> findings = DSL.globalOf(Findings.class, PACKAGE, FINDINGS);
    private final List<org.drools.model.Rule> rules = new ArrayList<>();

    private RuleModel(RulebookContents contents) {
        this.contents = contents;
        this.fields = new CompanyFields(contents.questionnaire());
    }

    /**
     * The model of the rules that decide, and of the regulation table.
     *
     * @throws EngineRefused when a rule reads a fact, a field or a variable that does not exist, which the checks prevent
     */
    static Model of(RulebookContents contents) {
        return checked(() -> new RuleModel(contents).model());
    }

    /** The model of the rules that doubt answers; throws what the other does. */
    static Model ofDoubts(RulebookContents contents) {
        return checked(() -> new RuleModel(contents).doubts());
    }

    private static Model checked(Supplier<Model> model) {
        try {
            return model.get();
        } catch (IllegalArgumentException unbound) {
            throw new EngineRefused(String.valueOf(unbound.getMessage()));
        }
    }

    private Model model() {
        int effects = 0;
        for (Rule rule : contents.policy()) {
            add(rule, policy(rule, effects));
            effects += rule.consequences().size();
        }
        for (int i = 0; i < contents.decision().size(); i++) {
            addDecision(contents.decision().get(i), i);
        }
        note(contents.grading());
        return withRules();
    }

    private Model doubts() {
        note(contents.plausibility().stream().map(DoubtRules::withAnswered).toList());
        return withRules();
    }

    private void note(List<Rule> noted) {
        for (int i = 0; i < noted.size(); i++) {
            int position = i;
            add(noted.get(i), DSL.on(findings).execute(found -> found.match(position)));
        }
    }

    private Model withRules() {
        return new ModelImpl(PACKAGE).withGlobals(List.of(findings)).withRules(rules);
    }

    private RuleConditions conditions() {
        return new RuleConditions(fields, contents.thresholds());
    }

    private void add(Rule rule, RuleItemBuilder<?> consequence) {
        add(rule, conditions().of(SingleFactRewrite.in(rule).conditions()), List.of(consequence));
    }

    private void add(Rule rule, List<RuleItemBuilder<?>> conditions, List<RuleItemBuilder<?>> consequences) {
        List<RuleItemBuilder<?>> items = new ArrayList<>(conditions);
        items.addAll(consequences);
        rules.add(PatternDSL.rule(PACKAGE, rule.id()).build(items.toArray(new RuleItemBuilder<?>[0])));
    }

    /** The consequences of a rule of the policy, numbered as in {@link EffectTable}. */
    private ConsequenceBuilder._1<Findings> policy(Rule rule, int first) {
        ConsequenceForm[] forms = rule.consequences().stream()
                .map(consequence -> ConsequenceForm.in(consequence, RuleRole.POLICY))
                .toArray(ConsequenceForm[]::new);
        return DSL.on(findings).execute((drools, found) -> {
            for (int i = 0; i < forms.length; i++) {
                switch (forms[i]) {
                    case SUPPORT, OPPOSE -> drools.insert(found.evidence(first + i));
                    case BLOCK -> drools.insert(found.gate(first + i));
                    case PLAN, RISK, HEADLINE -> found.point(first + i);
                    default -> throw new IllegalArgumentException(forms[i].name());
                }
            }
        });
    }

    private void addDecision(Rule rule, int position) {
        RuleConditions conditions = conditions();
        List<RuleItemBuilder<?>> items =
                conditions.of(SingleFactRewrite.in(rule).conditions());
        List<Variable<?>> read = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        for (Consequence consequence : rule.consequences()) {
            for (Argument argument : consequence.arguments()) {
                if (argument.kind() == Argument.ArgumentType.VARIABLE && !places.containsKey(argument.text())) {
                    places.put(argument.text(), read.size());
                    read.add(conditions.variable(argument.text()));
                }
            }
        }
        Statement statement = (drools, found, values) -> rule.consequences()
                .forEach(consequence -> decide(drools, found, position, consequence, places, values));
        add(rule, items, List.of(consequence(read, statement)));
    }

    /** A statement of a rule of the decision over the values of the variables that it reads. */
    private interface Statement {
        void execute(Drools drools, Findings findings, Object... values);
    }

    private RuleItemBuilder<?> consequence(List<Variable<?>> read, Statement statement) {
        return switch (read.size()) {
            case 0 -> DSL.on(findings).execute((drools, found) -> statement.execute(drools, found));
            case 1 ->
                DSL.on(findings, read.get(0)).execute((drools, found, one) -> statement.execute(drools, found, one));
            case 2 ->
                DSL.on(findings, read.get(0), read.get(1))
                        .execute((drools, found, one, two) -> statement.execute(drools, found, one, two));
            default -> throw new IllegalArgumentException("a consequence with " + read.size() + " variables");
        };
    }

    private static void decide(
            Drools drools,
            Findings findings,
            int rule,
            Consequence consequence,
            Map<String, Integer> places,
            Object... values) {
        List<Argument> arguments = consequence.arguments();
        String strategy = String.valueOf(value(arguments.get(0), places, values));
        ConsequenceForm form = ConsequenceForm.in(consequence, RuleRole.DECISION);
        switch (form) {
            case SCORE -> {
                Object score = value(arguments.get(1), places, values);
                double points =
                        score instanceof Number number ? number.doubleValue() : Double.parseDouble(score.toString());
                boolean viable = arguments.get(2).text().equals("VIABLE");
                drools.insert(findings.score(rule, strategy, points, viable));
            }
            case RECOMMEND -> drools.insert(findings.recommend(rule, strategy));
            case EXTENT -> findings.extent(rule, strategy);
            case COMBINE -> findings.combine(rule, strategy);
            default -> throw new IllegalArgumentException(form.name());
        }
    }

    private static Object value(Argument argument, Map<String, Integer> places, Object... values) {
        Integer place = argument.kind() == Argument.ArgumentType.VARIABLE ? places.get(argument.text()) : null;
        return place == null ? argument.text() : values[place];
    }
}
