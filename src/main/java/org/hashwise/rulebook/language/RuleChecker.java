package org.hashwise.rulebook.language;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hashwise.advice.Owner;
import org.hashwise.economics.Metric;
import org.hashwise.rulebook.files.Characters;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.files.Suggestion;
import org.hashwise.rulebook.model.Messages;
import org.hashwise.rulebook.model.Position;
import org.hashwise.rulebook.model.RulebookProblem.Code;

/** Checker of rules against the schema: every name known, every comparison between like and like. */
public final class RuleChecker {

    /** Id and sentence. */
    public static final String NAME = "[A-Z]+(-[A-Z0-9]+)++ \\S.*";

    /** The prefix of the id of a row of the regulation table, before its place. */
    public static final String PLACE_PREFIX = "REG-";

    private static final List<String> OWNERS =
            Arrays.stream(Owner.values()).map(Owner::name).toList();

    private final FactSchema schema;
    private final Collection<String> thresholds;
    private final Collection<String> schedules;
    private final Problems problems;
    private final Set<String> placeholders;
    private final Set<String> checkFigures;

    public RuleChecker(
            FactSchema schema, Collection<String> thresholds, Collection<String> schedules, Problems problems) {
        this.schema = schema;
        this.thresholds = thresholds;
        this.schedules = schedules;
        this.problems = problems;
        this.placeholders = new TreeSet<>(schema.ids());
        this.checkFigures = schema.checkFigures();
        placeholders.removeAll(checkFigures);
        thresholds.forEach(threshold -> placeholders.add("threshold." + threshold));
        Metric.shares().forEach(share -> placeholders.add(share.placesId()));
    }

    public void check(Rule rule, RuleRole role) {
        if (!rule.name().matches(NAME)) {
            String reason = Characters.notOfName(rule.id())
                    .map(sign -> Messages.of("name.character", sign))
                    .orElse("");
            problems.error(Code.BAD_RULE_ID, rule.position(), rule.id(), reason, rule.name());
        }
        checkMetadata(rule, role);
        if (rule.conditions().isEmpty()) {
            syntax(rule, "Power( … )", "then");
        }
        if (rule.consequences().isEmpty()) {
            syntax(
                    rule,
                    role == RuleRole.PLAUSIBILITY ? ConsequenceForm.DOUBT.shape() : "support( HOLD, STRONG );",
                    "end");
        }
        if (role == RuleRole.PLAUSIBILITY && rule.consequences().size() > 1) {
            Consequence second = rule.consequences().get(1);
            problems.error(Code.RULE_SYNTAX, second.position(), rule.id(), "", "end", second.name());
        }
        Map<String, FactSchema.FieldType> variables = new LinkedHashMap<>();
        Set<String> answered = role == RuleRole.PLAUSIBILITY ? doubted(rule) : Set.of();
        RuleScope scope = new RuleScope(schema, thresholds, problems, rule.id(), role, answered);
        ConditionChecker conditions = new ConditionChecker(scope);
        rule.conditions().forEach(condition -> conditions.check(condition, variables));
        ConsequenceChecker consequences = new ConsequenceChecker(scope, schedules, variables);
        rule.consequences().forEach(consequences::check);
        if (role == RuleRole.GRADING) {
            checkPlace(rule);
        }
    }

    // A rule that doubts answers fires only where these were given.
    private static Set<String> doubted(Rule rule) {
        return rule.consequences().stream()
                .flatMap(consequence -> consequence.arguments().stream())
                .map(Consequence.Argument::text)
                .collect(Collectors.toUnmodifiableSet());
    }

    private void syntax(Rule rule, String expected, String found) {
        problems.error(Code.RULE_SYNTAX, rule.position(), rule.id(), "", expected, found);
    }

    private void checkMetadata(Rule rule, RuleRole role) {
        Set<String> known = new TreeSet<>(role.metadata());
        known.addAll(role.optionalMetadata());
        rule.metadata().forEach((name, item) -> {
            if (!known.contains(name)) {
                problems.error(Code.UNKNOWN_METADATA, item.position(), rule.id(), Suggestion.near(name, known), name);
            }
            Placeholders.in(item.value())
                    .forEach(shown -> checkPlaceholder(shown, item.valuePosition(), rule.id(), role));
            Placeholders.malformed(item.value())
                    .forEach(choice ->
                            problems.error(Code.MALFORMED_PLACEHOLDER, item.valuePosition(), rule.id(), "", choice));
        });
        checkStep(rule);
        for (String name : new TreeSet<>(role.metadata())) {
            if (rule.meta(name).isBlank()
                    && rule.metadata().keySet().stream().noneMatch(it -> isMeant(name, it, known))) {
                missing(rule, name);
            }
        }
        checkTranslation(rule, "en", "fr");
        checkTranslation(rule, "source", "sourceFr");
    }

    private void checkTranslation(Rule rule, String text, String translation) {
        boolean translated =
                !rule.meta(text).isBlank() && !rule.meta(translation).isBlank();
        Set<String> french = Placeholders.in(rule.meta(translation));
        Set<String> english = Placeholders.in(rule.meta(text));
        if (translated && !french.equals(english)) {
            Position position = positionOf(rule, translation);
            Set<String> different = new TreeSet<>(english);
            different.addAll(french);
            different.removeIf(name -> english.contains(name) && french.contains(name));
            problems.error(
                    Code.PLACEHOLDERS_DIFFER, position, rule.id(), "", "{" + String.join("} {", different) + "}");
        }
    }

    /** Returns whether an unknown item is a misspelling of this one. */
    private static boolean isMeant(String name, String given, Set<String> known) {
        return !known.contains(given) && Suggestion.onlyNear(given, known).equals(Messages.of("suggestion.near", name));
    }

    private void missing(Rule rule, String name) {
        Code code = switch (name) {
            case "source" -> Code.MISSING_SOURCE;
            case "fr", "titleFr", "nameFr" -> Code.MISSING_TRANSLATION;
            default -> Code.MISSING_METADATA;
        };
        Position position = positionOf(rule, name);
        String what = code == Code.MISSING_TRANSLATION ? "fr" : name;
        problems.error(code, position, rule.id(), "@" + name + "( \"…\" )", what);
    }

    private static Position positionOf(Rule rule, String metadata) {
        Rule.Metadata found = rule.metadata().get(metadata);
        return found == null ? rule.position() : found.valuePosition();
    }

    private void checkStep(Rule rule) {
        String owner = rule.meta("owner");
        if (rule.metadata().containsKey("owner") && !OWNERS.contains(owner)) {
            problems.error(
                    Code.UNKNOWN_VALUE, positionOf(rule, "owner"), rule.id(), Suggestion.near(owner, OWNERS), owner);
        }
        checkFigure(rule, "by");
        checkFigure(rule, "amount");
    }

    /** A plain number, or the id of a number. */
    private void checkFigure(Rule rule, String name) {
        String value = rule.meta(name);
        boolean given = rule.metadata().containsKey(name);
        if (given && !value.matches("\\d+") && !schema.numbers().contains(value) && !schema.isDoubtful(value)) {
            problems.error(
                    Code.UNKNOWN_PLACEHOLDER,
                    positionOf(rule, name),
                    rule.id(),
                    Suggestion.near(value, schema.numbers()),
                    value);
        }
    }

    private void checkPlaceholder(String name, Position position, String rule, RuleRole role) {
        if (role == RuleRole.PLAUSIBILITY && checkFigures.contains(name)) {
            return;
        }
        boolean excused =
                (name.startsWith("threshold.") && problems.lacksFilesOf("parameters")) || schema.isDoubtful(name);
        if (!placeholders.contains(name) && !excused) {
            problems.error(Code.UNKNOWN_PLACEHOLDER, position, rule, Suggestion.near(name, placeholders), name);
        }
    }

    // The id of a row names its place, so a slip in one of them cannot grade another place.
    private void checkPlace(Rule row) {
        row.walkExpressions(part -> {
            if (part instanceof Expression.TextValue code && !row.id().equals(PLACE_PREFIX + code.value())) {
                String own = PLACE_PREFIX + code.value();
                problems.error(Code.UNKNOWN_PLACE, code.position(), row.id(), own, code.value());
            }
        });
    }
}
