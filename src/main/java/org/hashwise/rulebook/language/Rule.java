package org.hashwise.rulebook.language;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.hashwise.questionnaire.Text;
import org.hashwise.rulebook.model.Position;

/**
 * One rule as an analyst wrote it.
 *
 * @param name id and sentence, as written
 * @param metadata by name, in the order of the file
 */
public record Rule(
        String name,
        Map<String, Metadata> metadata,
        List<Condition> conditions,
        List<Consequence> consequences,
        Position position) {

    public Rule {
        metadata = java.util.Collections.unmodifiableMap(metadata);
        conditions = List.copyOf(conditions);
        consequences = List.copyOf(consequences);
    }

    /**
     * {@code @en( "…" )}.
     *
     * @param position of the name
     * @param valuePosition of the value, which in a decision table is in another cell
     */
    public record Metadata(String value, Position position, Position valuePosition) {}

    /** {@code POWER-01}. */
    public String id() {
        int blank = name.indexOf(' ');
        return blank < 0 ? name : name.substring(0, blank);
    }

    /** The sentence, in both languages. */
    public Text title() {
        int blank = name.indexOf(' ');
        return new Text(blank < 0 ? "" : name.substring(blank + 1), meta("titleFr"));
    }

    /** The text of the rule for a reader, with placeholders. */
    public Text text() {
        return new Text(meta("en"), meta("fr"));
    }

    /** The source of the rule; without a French source of its own it reads the same in both languages. */
    public Text source() {
        String french = meta("sourceFr");
        return french.isBlank() ? Text.same(meta("source")) : new Text(meta("source"), french);
    }

    /** The value of a metadata item; empty when it is not there. */
    public String meta(String item) {
        Metadata found = metadata.get(item);
        return found == null ? "" : found.value();
    }

    /** The same rule under other conditions. */
    public Rule when(List<Condition> others) {
        return new Rule(name, metadata, others, consequences, position);
    }

    /** Visits every condition, inner ones too. */
    public void walk(Consumer<Condition> visitor) {
        conditions.forEach(condition -> condition.walk(visitor));
    }

    /** Visits the expressions of all conditions, and everything in them. */
    public void walkExpressions(Consumer<Expression> visitor) {
        walk(condition -> condition.expressions().forEach(expression -> expression.walk(visitor)));
    }
}
