package org.hashwise.rulebook.content;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.files.Spreadsheets;
import org.hashwise.rulebook.language.Condition;
import org.hashwise.rulebook.language.ConsequenceForm;
import org.hashwise.rulebook.language.Expression;
import org.hashwise.rulebook.language.FactSchema;
import org.hashwise.rulebook.language.Locator;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RuleChecker;
import org.hashwise.rulebook.language.RuleParser;
import org.hashwise.rulebook.language.RuleRole;
import org.hashwise.rulebook.language.TableParser;
import org.hashwise.rulebook.model.FileLimits;
import org.hashwise.rulebook.model.Position;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.RulebookProblem.Code;

/** Reader of {@code policy/**}: rules and decision tables of all topics, checked. */
public final class PolicyReader {

    private static final String DECISION_TOPIC = "policy/recommendation/";

    private static final String PLAUSIBILITY_TOPIC = "policy/plausibility/";

    private final Problems problems;
    private final Registry ids;
    private final Registry places;
    private final RuleChecker checker;
    private final Set<String> spoiled = new HashSet<>();
    private int count;
    private final Map<RuleRole, List<Rule>> rules = new LinkedHashMap<>();

    public PolicyReader(
            FactSchema schema, Collection<String> thresholds, Collection<String> schedules, Problems problems) {
        this.problems = problems;
        this.ids = new Registry(problems);
        this.places = new Registry(problems);
        this.checker = new RuleChecker(schema, thresholds, schedules, problems);
        for (RuleRole role : RuleRole.values()) {
            rules.put(role, new ArrayList<>());
        }
    }

    public PolicyReader read(RulebookFiles files) {
        for (String file : files.paths("policy", "")) {
            if (file.endsWith(".drl")) {
                add(file, RuleParser.parse(Locator.in(file), files.text(file), problems));
            } else if (file.endsWith(".csv") || file.endsWith(".xlsx")) {
                Spreadsheets.read(files, file, problems)
                        .ifPresent(grid -> add(file, TableParser.parse(grid, problems)));
            }
        }
        checkTopics();
        if (rules(RuleRole.DECISION).isEmpty() && spoiled.isEmpty()) {
            problems.error(
                    Code.MISSING_FILE, Position.of("policy"), "", "", "policy/recommendation/recommendation.drl");
        }
        return this;
    }

    private void add(String file, RuleParser.ParsedRules reading) {
        spoiled.addAll(reading.spoiled());
        for (Rule rule : reading.rules()) {
            if (++count > FileLimits.RULES) {
                problems.error(
                        Code.RULEBOOK_TOO_LARGE, Position.of(file), "", "", FileLimits.FILES, FileLimits.TOTAL_BYTES);
                return;
            }
            add(file, rule);
        }
    }

    /** Ids of rules that exist but could not be read. */
    public Set<String> spoiled() {
        return spoiled;
    }

    private void add(String file, Rule rule) {
        RuleRole role = role(file, rule);
        if (role == RuleRole.GRADING && !isFirstOfItsPlace(rule)) {
            spoiled.add(rule.id());
            return;
        }
        checker.check(rule, role);
        if (ids.add(rule.id(), rule.position())) {
            rules(role).add(rule);
        }
    }

    /** Returns whether no row above is about the same place, even under another name. */
    private boolean isFirstOfItsPlace(Rule row) {
        List<Expression.TextValue> codes = new ArrayList<>();
        row.walkExpressions(part -> {
            if (part instanceof Expression.TextValue code) {
                codes.add(code);
            }
        });
        return codes.size() != 1
                || ids.has(row.id())
                || places.add(codes.get(0).value(), codes.get(0).position());
    }

    /** Reports rules outside the folder in which most rules with the same beginning of the id are; of each file the first. */
    private void checkTopics() {
        Map<String, Map<String, Integer>> folders = new TreeMap<>();
        List<Rule> all = rules.values().stream().flatMap(List::stream).toList();
        all.forEach(rule ->
                folders.computeIfAbsent(prefix(rule), prefix -> new TreeMap<>()).merge(topic(rule), 1, Integer::sum));
        Set<String> reported = new HashSet<>();
        for (Rule rule : all) {
            String home = folders.getOrDefault(prefix(rule), Map.of()).entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse(topic(rule));
            if (!home.equals(topic(rule)) && reported.add(rule.position().file())) {
                String meant = "policy/" + home + "/";
                problems.error(Code.WRONG_TOPIC, rule.position(), rule.id(), meant, rule.id(), home);
            }
        }
    }

    private static String prefix(Rule rule) {
        return rule.id().split("-", 2)[0];
    }

    private static String topic(Rule rule) {
        return rule.position().file().split("/", 3)[1];
    }

    private static RuleRole role(String file, Rule rule) {
        if (file.startsWith(DECISION_TOPIC)) {
            return RuleRole.DECISION;
        }
        if (file.startsWith(PLAUSIBILITY_TOPIC)) {
            return RuleRole.PLAUSIBILITY;
        }
        boolean places = rule.conditions().stream()
                .anyMatch(condition -> condition instanceof Condition.Pattern pattern
                        && pattern.fact().equals(FactSchema.JURISDICTION));
        boolean grades = rule.consequences().stream()
                .anyMatch(consequence -> ConsequenceForm.of(consequence.name(), RuleRole.GRADING) != null);
        return !file.endsWith(".drl") && (places || grades) ? RuleRole.GRADING : RuleRole.POLICY;
    }

    /** The rules of a role, in the order of file and line. */
    public List<Rule> rules(RuleRole role) {
        return rules.computeIfAbsent(role, missing -> new ArrayList<>());
    }
}
