package org.hashwise.rulebook.files;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.hashwise.rulebook.model.Messages;
import org.hashwise.rulebook.model.Position;
import org.hashwise.rulebook.model.RulebookProblem.Code;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** One value of a YAML file. Asking for something that it is not reports a problem and gives nothing. */
public final class YamlValue {

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

    private final String file;
    private final Node node;
    private final Problems problems;

    YamlValue(String file, Node node, Problems problems) {
        this.file = file;
        this.node = node;
        this.problems = problems;
    }

    public Position position() {
        return Yaml.position(file, node.getStartMark());
    }

    Problems problems() {
        return problems;
    }

    /** The keys and values; empty, with a problem, when this is something else. */
    public YamlMap map() {
        if (node instanceof MappingNode mapping) {
            return new YamlMap(file, mapping, position(), problems);
        }
        wrongType("map");
        return YamlMap.empty(position(), problems);
    }

    public boolean isMap() {
        return node instanceof MappingNode;
    }

    /** Returns whether nothing is written after the key. */
    boolean isNothing() {
        return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL);
    }

    public boolean isText() {
        return node instanceof ScalarNode;
    }

    /** The elements; empty, with a problem, when this is no list. */
    public List<YamlValue> list() {
        List<YamlValue> elements = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(element -> elements.add(new YamlValue(file, element, problems)));
        } else {
            wrongType("list");
        }
        return elements;
    }

    /** The text as it is written, whatever it looks like; empty, with a problem, when this is a map or list. */
    public String text() {
        if (node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
            return scalar.getValue();
        }
        wrongType("text");
        return "";
    }

    public OptionalDouble number() {
        if (isNumber()) {
            return OptionalDouble.of(Double.parseDouble(raw()));
        }
        String meant = node instanceof ScalarNode ? TypedNumber.suggestion(raw()) : "";
        problems.error(Code.WRONG_TYPE, position(), "", meant, Messages.of("expected.number"));
        return OptionalDouble.empty();
    }

    public boolean isNumber() {
        return node instanceof ScalarNode
                && (node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT))
                && NUMBER.matcher(raw()).matches()
                && Double.isFinite(Double.parseDouble(raw()));
    }

    public boolean isYesNo() {
        return node instanceof ScalarNode && node.getTag().equals(Tag.BOOL);
    }

    public Optional<Boolean> yesNo() {
        if (isYesNo()) {
            return Optional.of(Boolean.parseBoolean(raw()));
        }
        wrongType("yes-no");
        return Optional.empty();
    }

    public Optional<LocalDate> date() {
        try {
            return Optional.of(LocalDate.parse(text()));
        } catch (DateTimeParseException notDate) {
            problems.error(Code.NOT_A_DATE, position(), "", "", text());
            return Optional.empty();
        }
    }

    /** One of the values of an enum, written in capitals or in small letters throughout; empty, with a problem, when it is none of them. */
    public <E extends Enum<E>> Optional<E> oneOf(Class<E> type) {
        String given = text();
        boolean lower = given.equals(given.toLowerCase(Locale.ROOT));
        List<String> known = new ArrayList<>();
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(given)
                    || (lower && value.name().toLowerCase(Locale.ROOT).equals(given))) {
                return Optional.of(value);
            }
            known.add(lower ? value.name().toLowerCase(Locale.ROOT) : value.name());
        }
        problems.error(Code.UNKNOWN_VALUE, position(), "", Suggestion.near(given, known), given);
        return Optional.empty();
    }

    private String raw() {
        return ((ScalarNode) node).getValue();
    }

    private void wrongType(String expected) {
        problems.error(Code.WRONG_TYPE, position(), "", "", Messages.of("expected." + expected));
    }
}
