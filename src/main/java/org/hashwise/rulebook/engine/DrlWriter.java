package org.hashwise.rulebook.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hashwise.advice.Strategy;
import org.hashwise.rulebook.language.Consequence;
import org.hashwise.rulebook.language.ConsequenceForm;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RulePrinter;
import org.hashwise.rulebook.language.RuleRole;
import org.hashwise.rulebook.language.Strength;

/** Writes rules for the engine: each consequence becomes one call of {@link Findings}. */
final class DrlWriter {

    /** The facts that decision and grading rules match, by their names in the rule language. */
    private static final Map<String, Class<?>> FACTS = new TreeMap<>(Map.of(
            "Ballot", Ballot.class,
            "Candidate", CandidateStrategy.class,
            "Evidence", EvidenceFact.class,
            "Gate", GateFact.class,
            "Jurisdiction", Jurisdiction.class,
            "Recommended", RecommendedFact.class,
            "Standing", StandingFact.class));

    private final Map<String, Double> thresholds;
    private final StringBuilder drl = new StringBuilder("package " + FactClassGenerator.PACKAGE + ";\n");
    private final List<Effect> effects = new ArrayList<>();

    private DrlWriter(Map<String, Double> thresholds) {
        this.thresholds = thresholds;
        FACTS.values()
                .forEach(type -> drl.append("import ").append(type.getName()).append(";\n"));
        drl.append("global ").append(Findings.class.getName()).append(" findings;\n");
    }

    static DrlWriter of(RuleSet rules) {
        DrlWriter statements = new DrlWriter(rules.thresholds());
        rules.policy().forEach(rule -> statements.print(rule, consequence -> statements.policy(rule, consequence)));
        for (int i = 0; i < rules.decision().size(); i++) {
            int index = i;
            statements.print(rules.decision().get(i), consequence -> decision(index, consequence));
        }
        for (int i = 0; i < rules.grading().size(); i++) {
            statements.note(rules.grading().get(i), "findings.row(" + i + ");");
        }
        for (int i = 0; i < rules.probes().size(); i++) {
            statements.note(rules.probes().get(i), "findings.note(" + i + ");");
        }
        return statements;
    }

    String drl() {
        return drl.toString();
    }

    /** Every consequence of the policy, in the order of the rules. */
    List<Effect> effects() {
        return effects;
    }

    private static String factType(String name) {
        Class<?> type = FACTS.get(name);
        return type == null ? name : type.getSimpleName();
    }

    private void print(Rule rule, java.util.function.Function<Consequence, String> statement) {
        drl.append(new RulePrinter(thresholds, statement, DrlWriter::factType).print(SingleFactRewrite.in(rule)));
    }

    private void note(Rule rule, String statement) {
        drl.append(new RulePrinter(thresholds, consequence -> "", DrlWriter::factType)
                .print(SingleFactRewrite.in(rule), statement));
    }

    private String policy(Rule rule, Consequence consequence) {
        ConsequenceForm form = formOf(consequence, RuleRole.POLICY);
        Strategy strategy = Strategy.valueOf(consequence.arguments().get(0).text());
        int points = switch (form) {
            case SUPPORT -> strength(consequence);
            case OPPOSE -> -strength(consequence);
            default -> 0;
        };
        int index = effects.size();
        effects.add(new Effect(index, rule, form, strategy, points));
        return switch (form) {
            case SUPPORT, OPPOSE -> "insert( findings.evidence(" + index + ") );";
            case BLOCK -> "insert( findings.gate(" + index + ") );";
            default -> "findings.point(" + index + ");";
        };
    }

    private static int strength(Consequence consequence) {
        return Strength.valueOf(consequence.arguments().get(1).text()).points();
    }

    private static String decision(int rule, Consequence consequence) {
        String first = argument(consequence.arguments().get(0));
        return switch (formOf(consequence, RuleRole.DECISION)) {
            case SCORE ->
                "insert( findings.score(" + rule + ", " + first + ", "
                        + argument(consequence.arguments().get(1)) + ", "
                        + consequence.arguments().get(2).text().equals("VIABLE") + ") );";
            case RECOMMEND -> "insert( findings.recommend(" + rule + ", " + first + ") );";
            case EXTENT -> "findings.extent(" + rule + ", " + first + ");";
            default -> "findings.combine(" + rule + ", " + first + ");";
        };
    }

    private static String argument(Consequence.Argument argument) {
        return argument.kind() == Consequence.Argument.Kind.WORD ? '"' + argument.text() + '"' : argument.text();
    }

    static ConsequenceForm formOf(Consequence consequence, RuleRole role) {
        ConsequenceForm form = ConsequenceForm.of(consequence.name(), role);
        if (form == null) {
            throw new IllegalArgumentException(consequence.name());
        }
        return form;
    }
}
