package org.hashwise.rulebook.language;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hashwise.advice.CheckFigure;
import org.hashwise.advice.Strategy;
import org.hashwise.economics.Economics;
import org.hashwise.economics.Metric;
import org.hashwise.questionnaire.Kind;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.questionnaire.Section;
import org.hashwise.questionnaire.Typical;

/** The fact types and fields that rules may match: one per section of questions, the metrics, and the decision's own. */
public final class FactSchema {

    /** Facts that exist in the recommendation only; the others are the company. */
    public static final Set<String> DECISION_FACTS =
            Set.of("Evidence", "Gate", "Candidate", "Ballot", "Standing", "Recommended");

    /** The fact that the rows of the regulation table match. */
    public static final String JURISDICTION = "Jurisdiction";

    /** The fact with the {@link CheckFigure figures} that answers are held against. */
    public static final String CHECK = factName(CheckFigure.SECTION);

    private final Map<String, Map<String, SchemaField>> facts = new LinkedHashMap<>();
    private final Set<String> doubtful;

    /**
     * @param id question or metric id; empty for the fields of the decision's own facts
     * @param accepted the values of a text; empty when any is
     * @param unit of a number; empty when there is none
     * @param range the numbers that it can be
     */
    public record SchemaField(
            String id, FieldType type, Collection<String> accepted, boolean readable, String unit, Interval range) {

        private static SchemaField of(String id, FieldType type, Collection<String> accepted) {
            return new SchemaField(id, type, accepted, true, "", Interval.ALL);
        }
    }

    public enum FieldType {
        NUMBER,
        TEXT,
        YES_NO
    }

    public FactSchema(Questionnaire questionnaire) {
        this(questionnaire, Set.of());
    }

    /** @param doubtful ids of questions, and sections, that could not be read: whatever is said of them is let pass */
    public FactSchema(Questionnaire questionnaire, Set<String> doubtful) {
        this.doubtful = Set.copyOf(doubtful);
        for (Section section : questionnaire.sections()) {
            for (Question question : section.questions()) {
                add(factName(question.section()), question.name(), field(question));
            }
        }
        for (Metric metric : Economics.metrics(id -> questionnaire.position(id) >= 0 || isDoubtful(id, doubtful))) {
            Interval range = Interval.between(metric.smallest(), metric.largest());
            SchemaField field = new SchemaField(metric.id(), FieldType.NUMBER, List.of(), true, metric.unit(), range);
            add(factName(metric.section()), metric.field(), field);
        }
        for (CheckFigure figure : CheckFigure.values()) {
            Interval range = Interval.between(0, Double.POSITIVE_INFINITY);
            add(
                    CHECK,
                    figure.field(),
                    new SchemaField(figure.id(), FieldType.NUMBER, List.of(), true, figure.unit(), range));
        }
        add(JURISDICTION, "code", SchemaField.of("", FieldType.TEXT, List.of()));
        decision("Evidence", "strategy", FieldType.TEXT);
        decision("Evidence", "strength", FieldType.NUMBER);
        decision("Evidence", "points", FieldType.NUMBER);
        decision("Gate", "blocks", FieldType.TEXT);
        decision("Candidate", "strategy", FieldType.TEXT);
        facts.put("Ballot", new LinkedHashMap<>());
        decision("Standing", "strategy", FieldType.TEXT);
        decision("Standing", "score", FieldType.NUMBER);
        decision("Standing", "viable", FieldType.YES_NO);
        decision("Standing", "order", FieldType.NUMBER);
        decision("Recommended", "strategy", FieldType.TEXT);
    }

    private static boolean isDoubtful(String id, Set<String> doubtful) {
        return doubtful.contains(id) || doubtful.contains(id.substring(0, id.indexOf('.')));
    }

    private static SchemaField field(Question question) {
        FieldType type = switch (question.kind()) {
            case NUMBER, PERCENT, MONEY -> FieldType.NUMBER;
            case YESNO -> FieldType.YES_NO;
            case CHOICE, SHARES -> FieldType.TEXT;
        };
        List<String> accepted = question.choiceValues();
        boolean readable = question.kind() != Kind.SHARES && !(question.typical() instanceof Typical.Computed);
        Interval range = type == FieldType.NUMBER ? Interval.between(question.min(), question.max()) : Interval.ALL;
        return new SchemaField(question.id(), type, accepted, readable, question.unit(), range);
    }

    private void decision(String fact, String name, FieldType type) {
        add(fact, name, SchemaField.of("", type, type == FieldType.TEXT ? Strategy.names() : List.of()));
    }

    private void add(String fact, String name, SchemaField field) {
        facts.computeIfAbsent(fact, missing -> new LinkedHashMap<>()).put(name, field);
    }

    /** {@code power} is matched as {@code Power}. */
    public static String factName(String section) {
        return Character.toUpperCase(section.charAt(0)) + section.substring(1);
    }

    public Set<String> facts() {
        return facts.keySet();
    }

    public boolean has(String fact) {
        return facts.containsKey(fact);
    }

    /** Returns whether a fact is about the company, which has exactly one of it. */
    public static boolean isCompany(String fact) {
        return !DECISION_FACTS.contains(fact) && !fact.equals(JURISDICTION);
    }

    /** The fields of a fact by name; empty when there is no such fact. */
    public Map<String, SchemaField> fields(String fact) {
        return facts.getOrDefault(fact, Map.of());
    }

    /** Returns whether the fact, or this field of it, would be known if its file could be read. */
    boolean isDoubtful(String fact, String name) {
        return !fact.isEmpty() && isDoubtful(Character.toLowerCase(fact.charAt(0)) + fact.substring(1) + "." + name);
    }

    /** Returns whether the question would be known if its file could be read. */
    boolean isDoubtful(String id) {
        return doubtful.contains(id) || doubtful.contains(id.split("\\.", 2)[0]);
    }

    /** The ids of the {@link CheckFigure figures} that only rules of the topic plausibility read. */
    Set<String> checkFigures() {
        Set<String> ids = new LinkedHashSet<>();
        fields(CHECK).values().forEach(field -> ids.add(field.id()));
        return ids;
    }

    /** The field with the id of a question, a metric or another figure; empty when there is none. */
    public Optional<SchemaField> ofId(String id) {
        int dot = id.indexOf('.');
        return dot <= 0 ? Optional.empty() : field(factName(id.substring(0, dot)), id.substring(dot + 1));
    }

    /** Everything that a text may show: questions and metrics, by id. */
    public Set<String> ids() {
        Set<String> ids = new LinkedHashSet<>();
        facts.values().forEach(fields -> fields.values().forEach(field -> ids.add(field.id())));
        ids.remove("");
        return ids;
    }

    /** The ids of questions and metrics whose values are always there and are numbers. */
    Set<String> numbers() {
        Set<String> ids = new LinkedHashSet<>();
        facts.values()
                .forEach(fields -> fields.values().stream()
                        .filter(field -> field.type() == FieldType.NUMBER && field.readable())
                        .forEach(field -> ids.add(field.id())));
        ids.remove("");
        return ids;
    }

    public Optional<SchemaField> field(String fact, String name) {
        return Optional.ofNullable(fields(fact).get(name));
    }

    /** The field that a rule gives a name to. */
    public Optional<SchemaField> bound(Rule rule, String variable) {
        return allBound(rule, variable).stream().findFirst();
    }

    /** All fields that a variable of a rule may mean: several when patterns of a choice use the same name. */
    public List<SchemaField> allBound(Rule rule, String variable) {
        List<SchemaField> found = new ArrayList<>();
        rule.walk(condition -> {
            if (condition instanceof Condition.Pattern pattern) {
                pattern.bindings().stream()
                        .filter(binding -> binding.variable().equals(variable))
                        .forEach(binding ->
                                field(pattern.fact(), binding.field()).ifPresent(found::add));
            }
        });
        return found;
    }

    /** The ids of the questions and metrics that the patterns of a rule mention, in the order of the rule. */
    public Set<String> reads(Rule rule) {
        Set<String> ids = new LinkedHashSet<>();
        rule.walk(condition -> {
            if (condition instanceof Condition.Pattern pattern) {
                pattern.bindings().forEach(binding -> note(pattern.fact(), binding.field(), ids));
                pattern.constraints()
                        .forEach(constraint -> constraint.walk(part -> {
                            if (part instanceof Expression.Field field) {
                                note(pattern.fact(), field.name(), ids);
                            }
                        }));
            }
        });
        return ids;
    }

    private void note(String fact, String name, Set<String> ids) {
        field(fact, name).map(SchemaField::id).filter(id -> !id.isEmpty()).ifPresent(ids::add);
    }
}
