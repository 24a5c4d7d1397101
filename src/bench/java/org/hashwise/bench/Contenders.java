package org.hashwise.bench;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.hashwise.advice.Situation;
import org.hashwise.advice.VerdictEvaluator;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.rulebook.Rulebook;
import org.hashwise.rulebook.ShippedRules;
import org.hashwise.rulebook.VerdictSource;
import org.hashwise.rulebook.engine.DroolsEngine;
import org.hashwise.rulebook.engine.PolicyEffect;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RuleRole;
import org.hashwise.rulebook.language.RulebookContents;

/** The shipped rules in plain Java, and sixty of them in other rule engines. */
final class Contenders {

    static final int RULES = 60;

    private Contenders() {}

    /** All rules of the policy and the recommendation. */
    static PlainRules plain() {
        RulebookContents contents = ShippedRules.contents();
        String source = new PlainWriter(contents.questionnaire(), contents.thresholds())
                .write("Plain", contents.policy(), ShippedRules.engine().effects(), contents.decision());
        return (PlainRules) InMemory.compile(PlainWriter.PACKAGE + ".Plain", source);
    }

    /** The bytecode of all rules, which has to be what the engine decides. */
    static VerdictEvaluator bulk() {
        Rulebook rulebook = ShippedRules.rulebook();
        rulebook.verifyBytecodeBriefly();
        if (rulebook.verdictSource() != VerdictSource.BYTECODE) {
            throw new IllegalStateException(rulebook.verdictSource().name());
        }
        return rulebook.evaluator();
    }

    /** The first rules that are comparisons and nothing else, which every engine can say. */
    static List<Rule> sixty() {
        return ShippedRules.contents().policy().stream()
                .filter(Feel::canSay)
                .limit(RULES)
                .toList();
    }

    /** All rules but one: an edit, which has to be compiled. */
    static DroolsEngine edited() {
        RulebookContents contents = ShippedRules.contents();
        List<Rule> fewer = contents.policy().subList(1, contents.policy().size());
        return DroolsEngine.of(contents.with(RuleRole.POLICY, fewer));
    }

    static DroolsEngine drools() {
        return DroolsEngine.of(ShippedRules.contents()
                .with(RuleRole.POLICY, sixty())
                .with(RuleRole.DECISION, List.of())
                .with(RuleRole.GRADING, List.of()));
    }

    /** @param effects those of the compiled sixty */
    static PlainRules plain(List<PolicyEffect> effects) {
        String source = new PlainWriter(questionnaire(), thresholds()).write("Sixty", sixty(), effects, List.of());
        return (PlainRules) InMemory.compile(PlainWriter.PACKAGE + ".Sixty", source);
    }

    static Dmn dmn() {
        return new Dmn(questionnaire(), sixty(), thresholds());
    }

    static EasyRules easyRules() {
        CompanyConditions conditions = new CompanyConditions(new JavaFields(questionnaire()), thresholds());
        StringBuilder lambdas = new StringBuilder();
        for (Rule rule : sixty()) {
            lambdas.append("        all.add(s -> " + conditions.all(rule.conditions()) + ");\n");
        }
        String source = "package " + PlainWriter.PACKAGE + ";\nimport java.util.*;\nimport java.util.function.*;\n"
                + "import org.hashwise.advice.Situation;\n"
                + "public final class Conditions implements Supplier<List<Predicate<Situation>>> {\n"
                + "    public List<Predicate<Situation>> get() {\n"
                + "        List<Predicate<Situation>> all = new ArrayList<>();\n" + lambdas + "        return all;\n"
                + "    }\n}\n";
        @SuppressWarnings("unchecked") // the source above says so
        Supplier<List<Predicate<Situation>>> written =
                (Supplier<List<Predicate<Situation>>>) InMemory.compile(PlainWriter.PACKAGE + ".Conditions", source);
        return new EasyRules(new ArrayList<>(written.get()));
    }

    /** The positions of the rules whose consequences fired. */
    static BitSet holding(List<PolicyEffect> fired, List<Rule> rules) {
        BitSet holding = new BitSet();
        fired.forEach(effect -> holding.set(rules.indexOf(effect.rule())));
        return holding;
    }

    private static Questionnaire questionnaire() {
        return ShippedRules.contents().questionnaire();
    }

    private static Map<String, Double> thresholds() {
        return ShippedRules.contents().thresholds();
    }

    /** Asks about one company after the other. */
    static final class Round {
        private final List<Situation> companies = Companies.withSampled(100);
        private int turn;

        int next() {
            turn = (turn + 1) % companies.size();
            return turn;
        }

        Situation company() {
            return companies.get(next());
        }

        List<Situation> companies() {
            return companies;
        }
    }
}
