package org.hashwise.rulebook.engine;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.hashwise.rulebook.language.Consequence;
import org.hashwise.rulebook.language.ConsequenceForm;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RulePrinter;
import org.hashwise.rulebook.language.RuleRole;
import org.hashwise.rulebook.language.RulebookContents;

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
    private int effects;

    private DrlWriter(Map<String, Double> thresholds) {
        this.thresholds = thresholds;
        FACTS.values()
                .forEach(type -> drl.append("import ").append(type.getName()).append(";\n"));
        drl.append("global ").append(Findings.class.getName()).append(" findings;\n");
    }

    /** The rules of a rulebook for the engine. */
    static String drl(RulebookContents contents) {
        DrlWriter writer = new DrlWriter(contents.thresholds());
        contents.policy().forEach(rule -> writer.print(rule, writer::policy));
        for (int i = 0; i < contents.decision().size(); i++) {
            int index = i;
            writer.print(contents.decision().get(i), consequence -> decision(index, consequence));
        }
        for (int i = 0; i < contents.grading().size(); i++) {
            writer.row(contents.grading().get(i), i);
        }
        return writer.drl.toString();
    }

    private static String factType(String name) {
        Class<?> type = FACTS.get(name);
        return type == null ? name : type.getSimpleName();
    }

    private void print(Rule rule, Function<Consequence, String> statement) {
        drl.append(new RulePrinter(thresholds, statement, DrlWriter::factType).print(SingleFactRewrite.in(rule)));
    }

    private void row(Rule rule, int row) {
        drl.append(new RulePrinter(thresholds, consequence -> "", DrlWriter::factType)
                .print(SingleFactRewrite.in(rule), "findings.row(" + row + ");"));
    }

    /** Effects are numbered as in {@link EffectTable}. */
    private String policy(Consequence consequence) {
        int index = effects++;
        return switch (formOf(consequence, RuleRole.POLICY)) {
            case SUPPORT, OPPOSE -> "insert( findings.evidence(" + index + ") );";
            case BLOCK -> "insert( findings.gate(" + index + ") );";
            default -> "findings.point(" + index + ");";
        };
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
