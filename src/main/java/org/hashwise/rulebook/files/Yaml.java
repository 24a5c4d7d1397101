package org.hashwise.rulebook.files;

import java.util.Optional;
import org.hashwise.rulebook.RulebookProblem.Code;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads YAML 1.2 so that every value still knows where it stands. */
public final class Yaml {

    private static final int MAXIMUM_CHARACTERS = 1_000_000;

    private Yaml() {}

    /** The top of the document; empty, with a problem, when it cannot be read. */
    public static Optional<YamlValue> read(String file, String text, Problems problems) {
        if (text.length() > MAXIMUM_CHARACTERS) {
            problems.error(Code.FILE_TOO_LARGE, Position.of(file), "", "", file, MAXIMUM_CHARACTERS);
            return Optional.empty();
        }
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setAllowDuplicateKeys(true) // found and reported by YamlMap, all of them
                .setMaxAliasesForCollections(0)
                .build();
        try {
            Optional<Node> top = new Compose(settings).composeString(text);
            if (top.isEmpty()) {
                problems.error(Code.YAML_SYNTAX, Position.of(file), "", "", "the file is empty");
            }
            return top.map(node -> new YamlValue(file, node, problems));
        } catch (MarkedYamlEngineException failure) {
            problems.error(Code.YAML_SYNTAX, position(file, failure.getProblemMark()), "", "", failure.getProblem());
        } catch (YamlEngineException failure) {
            problems.error(Code.YAML_SYNTAX, Position.of(file), "", "", String.valueOf(failure.getMessage()));
        }
        return Optional.empty();
    }

    static Position position(String file, Optional<Mark> mark) {
        return mark.map(at -> new Position(file, at.getLine() + 1, at.getColumn() + 1))
                .orElseGet(() -> Position.of(file));
    }
}
