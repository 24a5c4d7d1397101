package org.hashwise.rulebook.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hashwise.rulebook.model.FileLimits;
import org.hashwise.rulebook.model.Messages;
import org.hashwise.rulebook.model.Position;
import org.hashwise.rulebook.model.RulebookProblem.Code;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reader of YAML 1.2 that keeps the place of each value. */
public final class Yaml {

    /** Parts of the library's messages, and the key of what they mean to a person who writes YAML by hand. */
    private static final List<List<String>> HINTS = List.of(
            List.of("(TAB)", "yaml.tab"),
            List.of("mapping values are not allowed", "yaml.colon"),
            List.of("could not find expected ':'", "yaml.no-colon"),
            List.of("cannot start any token", "yaml.character"),
            List.of("unexpected end of stream", "yaml.quote"),
            List.of("expected ',' or", "yaml.bracket"),
            List.of("expected <block end>", "yaml.indent"),
            List.of("unknown escape character", "yaml.escape"),
            List.of("expected a single document", "yaml.documents"),
            List.of("special characters are not allowed", "yaml.character"));

    private static final String KEY = "\\s*(?:- )?[A-Za-z][A-Za-z0-9.]*:\\s+";

    /** A value of at least three words without quotation marks, and the comment after it. Possessive: needs no stack. */
    private static final Pattern CUT_TEXT =
            Pattern.compile(KEY + "(?![\"'>|\\[{&*!#])[^\\s#]++(?:\\s++[^\\s#]++){2,}+\\s+(#).*");

    private static final Pattern CURLY_TEXT = Pattern.compile(KEY + "([“„«‘]).*[”“»’]\\s*");

    private Yaml() {}

    /** The top of the document; empty, with a problem, when it cannot be read. */
    public static Optional<YamlValue> read(String file, String text, Problems problems) {
        return PackedYaml.shipped()
                .find(file, text)
                .or(() -> parse(file, text, problems))
                .map(top -> new YamlValue(file, top, problems));
    }

    /** The top of the document, parsed from its text; empty, with a problem, when it cannot be read. */
    static Optional<Node> parse(String file, String text, Problems problems) {
        Optional<Node> top = compose(file, text, problems);
        if (top.isEmpty()) {
            problems.unreadable(file);
        } else {
            warnAboutTexts(file, text, problems);
        }
        return top;
    }

    /** Warns about sentences without quotation marks that a comment cuts, or that begin with curly quotation marks. */
    private static void warnAboutTexts(String file, String text, Problems problems) {
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            Matcher cut = CUT_TEXT.matcher(line);
            if (cut.matches()) {
                problems.warning(Code.TEXT_CUT, new Position(file, number, cut.start(1) + 1), "", "");
            }
            Matcher curly = CURLY_TEXT.matcher(line);
            if (curly.matches()) {
                problems.warning(Code.TYPOGRAPHIC_QUOTES, new Position(file, number, curly.start(1) + 1), "", "");
            }
        }
    }

    private static Optional<Node> compose(String file, String text, Problems problems) {
        if (text.length() > FileLimits.FILE_BYTES) {
            problems.error(Code.FILE_TOO_LARGE, Position.of(file), "", "", file, FileLimits.FILE_BYTES);
            return Optional.empty();
        }
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setAllowDuplicateKeys(true) // found and reported by YamlMap, all of them
                .setMaxAliasesForCollections(0)
                .build();
        try {
            List<Event> events = new ArrayList<>();
            if (!isHarmless(file, new Parse(settings).parseString(text), problems, events)) {
                return Optional.empty();
            }
            Optional<Node> node = new Composer(settings, new RecordedEvents(events)).getSingleNode();
            if (node.isEmpty()) {
                problems.error(Code.YAML_SYNTAX, Position.of(file), "", "", Messages.of("yaml.empty"));
            }
            return node;
        } catch (MarkedYamlEngineException failure) {
            Position position = position(file, failure.getProblemMark());
            problems.error(Code.YAML_SYNTAX, position, "", "", hint(failure.getProblem()));
        } catch (YamlEngineException failure) {
            problems.error(Code.YAML_SYNTAX, Position.of(file), "", "", hint(String.valueOf(failure.getMessage())));
        }
        return Optional.empty();
    }

    // Checks depth, aliases and number on the events, which needs no stack, before nodes are built recursively.
    private static boolean isHarmless(String file, Iterable<Event> events, Problems problems, List<Event> recorded) {
        int depth = 0;
        int values = 0;
        for (Event event : events) {
            recorded.add(event);
            switch (event.getEventId()) {
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                default -> {}
            }
            Optional<String> tag = tag(event);
            if (tag.isPresent()) {
                problems.error(Code.YAML_TAG, position(file, event.getStartMark()), "", "", tag.get());
                return false;
            }
            boolean named = event instanceof NodeEvent node && node.getAnchor().isPresent();
            if (named || depth > FileLimits.YAML_DEPTH || ++values > FileLimits.YAML_VALUES) {
                Code code = named ? Code.YAML_ALIAS : Code.TOO_COMPLEX;
                problems.error(code, position(file, event.getStartMark()), "", "");
                return false;
            }
        }
        return true;
    }

    // A tag would turn a value into something else than it looks like.
    private static Optional<String> tag(Event event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar.getTag();
        }
        return event instanceof CollectionStartEvent collection ? collection.getTag() : Optional.empty();
    }

    private static String hint(String message) {
        return HINTS.stream()
                .filter(hint -> message.contains(hint.get(0)))
                .map(hint -> Messages.of(hint.get(1)))
                .findFirst()
                .orElseGet(() -> Messages.of("yaml.other"));
    }

    static Position position(String file, Optional<Mark> mark) {
        return mark.map(at -> new Position(file, at.getLine() + 1, at.getColumn() + 1))
                .orElseGet(() -> Position.of(file));
    }
}
