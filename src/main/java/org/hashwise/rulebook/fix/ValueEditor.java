package org.hashwise.rulebook.fix;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.files.Yaml;
import org.hashwise.rulebook.files.YamlMap;
import org.hashwise.rulebook.files.YamlValue;
import org.hashwise.rulebook.language.Consequence;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.Strength;
import org.hashwise.rulebook.model.EditNote;
import org.hashwise.rulebook.model.Parameter;
import org.hashwise.rulebook.model.Position;
import org.hashwise.rulebook.model.RulebookFiles;

/** Changes one value in the text of a file, and notes beside it who did so, when and why. */
public final class ValueEditor {

    private final RulebookFiles files;
    private final Optional<EditNote> note;

    public ValueEditor(RulebookFiles files, Optional<EditNote> note) {
        this.files = files;
        this.note = note;
    }

    /** Another value for a threshold; with a note also its date. Empty when the file does not have it. */
    public Optional<RulebookFiles> threshold(Parameter threshold, double value) {
        return source(threshold.file())
                .flatMap(source -> definition(threshold, source)
                        .flatMap(map -> map.get("value").flatMap(old -> {
                            String written = BigDecimal.valueOf(value)
                                    .stripTrailingZeros()
                                    .toPlainString();
                            Optional<TextEdit> edit = replaced(source, old, written);
                            List<TextEdit> edits = new ArrayList<>(edit.stream().toList());
                            note.ifPresent(by -> {
                                edits.add(comment(source, map.position("value"), "# " + by.text(written, old.text())));
                                map.get("date")
                                        .flatMap(date ->
                                                replaced(source, date, by.when().toString()))
                                        .ifPresent(edits::add);
                            });
                            return edit.map(present -> files.with(threshold.file(), source.after(edits)));
                        })));
    }

    /**
     * Another weight for one consequence of a rule. Empty when the consequence has none, or when the rule is a row of a table.
     *
     * @param effect which consequence, counted from 0
     * @param points 1 to 3
     */
    public Optional<RulebookFiles> weight(Rule rule, int effect, int points) {
        String file = rule.position().file();
        Optional<Strength> strength = Stream.of(Strength.values())
                .filter(each -> each.points() == points)
                .findFirst();
        boolean exists = file.endsWith(".drl")
                && effect >= 0
                && effect < rule.consequences().size()
                && rule.consequences().get(effect).arguments().size() == 2;
        if (!exists || strength.isEmpty()) {
            return Optional.empty();
        }
        Consequence consequence = rule.consequences().get(effect);
        Consequence.Argument old = consequence.arguments().get(1);
        return source(file).flatMap(source -> {
            int start = source.offset(old.position());
            if (start < 0 || !source.text().startsWith(old.text(), start)) {
                return Optional.empty();
            }
            String written = strength.get().name();
            List<TextEdit> edits = new ArrayList<>();
            edits.add(new TextEdit(file, start, start + old.text().length(), written));
            note.ifPresent(by ->
                    edits.add(comment(source, consequence.position(), "// " + by.text(written, old.text()))));
            return Optional.of(files.with(file, source.after(edits)));
        });
    }

    private Optional<SourceText> source(String file) {
        byte[] content = files.contentByPath().get(file);
        return Optional.ofNullable(content).flatMap(bytes -> SourceText.of(file, bytes));
    }

    private static Optional<YamlMap> definition(Parameter threshold, SourceText source) {
        return Yaml.read(source.file(), source.normalised(), new Problems())
                .map(YamlValue::map)
                .flatMap(top -> top.get("thresholds"))
                .stream()
                .flatMap(list -> list.list().stream())
                .map(YamlValue::map)
                .filter(map -> map.text("name").equals(threshold.name()))
                .findFirst();
    }

    private static Optional<TextEdit> replaced(SourceText source, YamlValue old, String written) {
        int start = source.offset(old.position());
        String text = old.text();
        return start >= 0 && source.text().startsWith(text, start)
                ? Optional.of(new TextEdit(source.file(), start, start + text.length(), written))
                : Optional.empty();
    }

    /** A line of its own above a place, with the indentation of that line. */
    private static TextEdit comment(SourceText source, Position place, String comment) {
        String line = source.line(place.line());
        String indent = line.substring(0, line.length() - line.stripLeading().length());
        int start = source.start(place.line());
        return new TextEdit(source.file(), start, start, indent + comment + source.lineEnd());
    }
}
