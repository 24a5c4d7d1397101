package org.hashwise.rulebook.language;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hashwise.advice.Extent;
import org.hashwise.advice.Strategy;
import org.hashwise.economics.JurisdictionGrade.Grade;
import org.hashwise.rulebook.RulebookProblem.Code;
import org.hashwise.rulebook.files.Position;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.files.Suggestion;

/** Checks rules against the vocabulary: every name known, every comparison between like and like. */
public final class RuleChecker {

    private static final List<String> STRENGTHS =
            Arrays.stream(Strength.values()).map(Strength::name).toList();
    private static final List<String> STRATEGIES =
            Arrays.stream(Strategy.values()).map(Strategy::name).toList();
    private static final List<String> EXTENTS =
            Arrays.stream(Extent.values()).map(Extent::name).toList();
    private static final List<String> USES = List.of("MINING", "NEW_MINING", "AI");
    private static final List<String> GRADES =
            Arrays.stream(Grade.values()).map(Grade::name).toList();
    private static final Set<String> FOLDS = Set.of("sum", "count", "min", "max");

    private final Vocabulary vocabulary;
    private final Collection<String> thresholds;
    private final Collection<String> schedules;
    private final Problems problems;

    public RuleChecker(
            Vocabulary vocabulary, Collection<String> thresholds, Collection<String> schedules, Problems problems) {
        this.vocabulary = vocabulary;
        this.thresholds = thresholds;
        this.schedules = schedules;
        this.problems = problems;
    }

    public void check(Rule rule, RuleRole role) {
        checkName(rule);
        checkMetadata(rule, role);
        Map<String, Vocabulary.Type> variables = new LinkedHashMap<>();
        rule.conditions().forEach(condition -> check(condition, rule.id(), role, variables));
        if (rule.consequences().isEmpty()) {
            problems.error(Code.RULE_SYNTAX, rule.position(), rule.id(), "", "support( HOLD, STRONG );", "end");
        }
        rule.consequences().forEach(consequence -> check(consequence, rule.id(), role, variables));
    }

    private void checkName(Rule rule) {
        if (!rule.name().matches("[A-Z]+(-[A-Z0-9]+)+ \\S.*")) {
            problems.error(Code.BAD_RULE_ID, rule.position(), rule.id(), "", rule.name());
        }
    }

    private void checkMetadata(Rule rule, RuleRole role) {
        Set<String> known = role.metadata();
        rule.metadata().forEach((name, item) -> {
            if (!known.contains(name)) {
                problems.error(Code.UNKNOWN_METADATA, item.position(), rule.id(), Suggestion.near(name, known), name);
            }
        });
        for (String name : new TreeSet<>(known)) {
            if (rule.meta(name).isBlank()) {
                Code code = name.equals("source") ? Code.MISSING_SOURCE : Code.MISSING_METADATA;
                problems.error(code, rule.position(), rule.id(), "", name);
            }
        }
        rule.metadata()
                .forEach((name, item) -> Placeholders.in(item.value())
                        .forEach(placeholder -> checkPlaceholder(placeholder, item.position(), rule.id())));
    }

    private void checkPlaceholder(String name, Position position, String rule) {
        Set<String> known = new TreeSet<>();
        vocabulary.facts().forEach(fact -> vocabulary.fields(fact).values().forEach(field -> known.add(field.id())));
        thresholds.forEach(threshold -> known.add("threshold." + threshold));
        known.remove("");
        if (!known.contains(name)) {
            problems.error(Code.UNKNOWN_PLACEHOLDER, position, rule, Suggestion.near(name, known), name);
        }
    }

    private void check(Condition condition, String rule, RuleRole role, Map<String, Vocabulary.Type> variables) {
        if (condition instanceof Condition.Pattern pattern) {
            checkPattern(pattern, rule, role, variables);
        } else if (condition instanceof Condition.Accumulate accumulate) {
            if (role != RuleRole.DECISION) {
                problems.error(Code.WRONG_TOPIC, accumulate.position(), rule, "", "accumulate", "recommendation");
            }
            checkAccumulate(accumulate, rule, role, variables);
        } else {
            condition.parts().forEach(part -> check(part, rule, role, variables));
        }
    }

    private void checkPattern(
            Condition.Pattern pattern, String rule, RuleRole role, Map<String, Vocabulary.Type> variables) {
        if (!vocabulary.has(pattern.fact())) {
            problems.error(
                    Code.UNKNOWN_FACT,
                    pattern.position(),
                    rule,
                    Suggestion.near(pattern.fact(), vocabulary.facts()),
                    pattern.fact());
            return;
        }
        if (Vocabulary.DECISION_FACTS.contains(pattern.fact()) && role != RuleRole.DECISION) {
            problems.error(Code.WRONG_TOPIC, pattern.position(), rule, "", pattern.fact(), "recommendation");
        }
        if (pattern.fact().equals(Vocabulary.JURISDICTION) != (role == RuleRole.GRADING)) {
            problems.error(Code.WRONG_TOPIC, pattern.position(), rule, "", pattern.fact(), "regulation");
        }
        TypeChecker types = new TypeChecker(vocabulary, thresholds, problems, pattern.fact(), rule, variables);
        pattern.bindings().forEach(types::bind);
        pattern.constraints().forEach(types::checkCondition);
    }

    private void checkAccumulate(
            Condition.Accumulate accumulate, String rule, RuleRole role, Map<String, Vocabulary.Type> variables) {
        checkPattern(accumulate.source(), rule, role, variables);
        for (Condition.Fold fold : accumulate.folds()) {
            if (!FOLDS.contains(fold.function())) {
                problems.error(
                        Code.UNKNOWN_CONSEQUENCE,
                        fold.position(),
                        rule,
                        Suggestion.near(fold.function(), FOLDS),
                        fold.function());
            }
            if (!fold.argument().isEmpty() && !variables.containsKey(fold.argument())) {
                problems.error(
                        Code.UNKNOWN_VARIABLE,
                        fold.position(),
                        rule,
                        Suggestion.near(fold.argument(), variables.keySet()),
                        fold.argument());
            }
            variables.put(fold.variable(), Vocabulary.Type.NUMBER);
        }
        TypeChecker types = new TypeChecker(vocabulary, thresholds, problems, "", rule, variables);
        accumulate.constraints().forEach(types::checkCondition);
    }

    // A tax is a number, or the name of a schedule, which is quoted because it may hold a hyphen.
    private Collection<String> schedules(Consequence.Argument argument) {
        return argument.kind() == Consequence.Argument.Kind.NUMBER ? List.of(argument.text()) : schedules;
    }

    private void check(Consequence consequence, String rule, RuleRole role, Map<String, Vocabulary.Type> variables) {
        ConsequenceForm form = ConsequenceForm.of(consequence.name(), role);
        if (form == null) {
            problems.error(
                    Code.UNKNOWN_CONSEQUENCE,
                    consequence.position(),
                    rule,
                    Suggestion.near(consequence.name(), ConsequenceForm.names(role)),
                    consequence.name());
            return;
        }
        List<ConsequenceForm.Slot> slots = form.slots();
        if (slots.size() != consequence.arguments().size()) {
            problems.error(
                    Code.RULE_SYNTAX, consequence.position(), rule, "", form.shape(), consequence.name() + "( … )");
            return;
        }
        for (int i = 0; i < slots.size(); i++) {
            checkArgument(slots.get(i), consequence.arguments().get(i), rule, variables);
        }
    }

    private void checkArgument(
            ConsequenceForm.Slot slot,
            Consequence.Argument argument,
            String rule,
            Map<String, Vocabulary.Type> variables) {
        boolean variable = argument.kind() == Consequence.Argument.Kind.VARIABLE;
        if (variable && !variables.containsKey(argument.text())) {
            problems.error(
                    Code.UNKNOWN_VARIABLE,
                    argument.position(),
                    rule,
                    Suggestion.near(argument.text(), variables.keySet()),
                    argument.text());
            return;
        }
        Collection<String> known = switch (slot) {
            case STRATEGY -> STRATEGIES;
            case STRENGTH -> STRENGTHS;
            case EXTENT -> EXTENTS;
            case VIABILITY -> List.of("VIABLE", "BLOCKED");
            case USE -> USES;
            case GRADE -> GRADES;
            case TAX -> schedules(argument);
            case POINTS -> List.of();
        };
        boolean mayVary = slot == ConsequenceForm.Slot.STRATEGY || slot == ConsequenceForm.Slot.POINTS;
        boolean accepted = variable ? mayVary : known.contains(argument.text());
        if (!accepted) {
            Code code = switch (slot) {
                case STRATEGY -> Code.UNKNOWN_STRATEGY;
                case TAX -> Code.UNKNOWN_SCHEDULE;
                default -> Code.UNKNOWN_VALUE;
            };
            problems.error(code, argument.position(), rule, Suggestion.near(argument.text(), known), argument.text());
        }
    }
}
