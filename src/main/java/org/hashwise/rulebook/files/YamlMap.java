package org.hashwise.rulebook.files;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hashwise.questionnaire.Text;
import org.hashwise.rulebook.model.Messages;
import org.hashwise.rulebook.model.Position;
import org.hashwise.rulebook.model.RulebookProblem.Code;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Keys and values of a YAML map, in the order of the file. */
public final class YamlMap {

    private static final List<String> LANGUAGES = List.of("en", "fr");

    /** Keys of choices and steps, which have their texts beside them. */
    private static final Set<String> BESIDE_TEXTS = Set.of("value", "owner", "byMonth");

    private final Position position;
    private final Problems problems;
    private final Map<String, YamlValue> values = new LinkedHashMap<>();
    private final Map<String, Position> keys = new LinkedHashMap<>();
    private String subject = "";

    private YamlMap(Position position, Problems problems) {
        this.position = position;
        this.problems = problems;
    }

    YamlMap(String file, MappingNode node, Position position, Problems problems) {
        this(position, problems);
        for (NodeTuple entry : node.getValue()) {
            Position at = Yaml.position(file, entry.getKeyNode().getStartMark());
            String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (values.containsKey(key)) {
                problems.error(Code.DUPLICATE_KEY, at, "", "", key);
            }
            keys.put(key, at);
            values.put(key, new YamlValue(file, entry.getValueNode(), problems));
        }
    }

    static YamlMap empty(Position position, Problems problems) {
        return new YamlMap(position, problems);
    }

    public Position position() {
        return position;
    }

    /** The position of a key; that of the map when it has no such key. */
    public Position position(String key) {
        return keys.getOrDefault(key, position);
    }

    public Map<String, YamlValue> values() {
        return values;
    }

    /** Names what the map is about, for its problems; reports keys that are not known. */
    public YamlMap about(String id, Set<String> known) {
        subject = id;
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                String near = Suggestion.near(key, known);
                boolean cut = near.isEmpty() && values.get(key).isNothing();
                problems.error(
                        Code.UNKNOWN_KEY, position(key), subject, cut ? Messages.of("suggestion.quotes") : near, key);
            }
        }
        return this;
    }

    public Optional<YamlValue> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** The value of a key that must be there; a problem is reported when it is not. */
    public Optional<YamlValue> required(String key) {
        Optional<YamlValue> value = get(key);
        if (value.isEmpty()) {
            Code code = key.equals("source") ? Code.MISSING_SOURCE : Code.MISSING_KEY;
            problems.error(code, position, subject, "", key);
        }
        return value;
    }

    /** A text that must be there; empty, with a problem, when it is not. */
    public String text(String key) {
        String text = required(key).map(YamlValue::text).orElse("");
        if (key.equals("source") && text.isBlank() && values.containsKey(key)) {
            problems.error(Code.MISSING_SOURCE, position(key), subject, "", key);
        }
        return text;
    }

    /** The source of a value: one text for every language, such as the title of a publication, or one for each. */
    public Text source() {
        Optional<YamlValue> value = get("source");
        return value.isPresent() && value.get().isMap() ? translation(value.get()) : Text.same(text("source"));
    }

    /** A text that may be left out. */
    public String textOr(String key, String otherwise) {
        return get(key).map(YamlValue::text).orElse(otherwise);
    }

    /** A text in every language that must be there. */
    public Text translated(String key) {
        return required(key).map(this::translation).orElse(new Text("", ""));
    }

    /** A text in every language, written as a map of {@code en} and {@code fr}. */
    public Text translation(YamlValue value) {
        YamlMap languages = value.map();
        if (values.get("en") == null || values.get("fr") == null) { // otherwise the texts are keys among others
            languages.requireLanguagesOnly(subject);
        }
        return new Text(languages.language("en", subject), languages.language("fr", subject));
    }

    // An unquoted comma ends a text between braces; what follows it looks like a key without a value.
    private void requireLanguagesOnly(String about) {
        for (Map.Entry<String, YamlValue> entry : values.entrySet()) {
            String key = entry.getKey();
            if (!LANGUAGES.contains(key) && !BESIDE_TEXTS.contains(key)) {
                String hint =
                        entry.getValue().isNothing() ? Messages.of("suggestion.quotes") : Suggestion.oneOf(LANGUAGES);
                problems.errorSinceDeclarations(Code.UNKNOWN_KEY, position(key), about, hint, key);
                return;
            }
        }
    }

    private String language(String code, String about) {
        Optional<YamlValue> value = get(code);
        if (value.isEmpty() || value.get().text().isBlank()) {
            problems.error(Code.MISSING_TRANSLATION, position, about, "", code);
        }
        return value.map(YamlValue::text).orElse("");
    }
}
