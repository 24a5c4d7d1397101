package org.hashwise.rulebook.fix;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hashwise.questionnaire.NumberNotation;
import org.hashwise.rulebook.files.CellTable;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.files.Spreadsheets;
import org.hashwise.rulebook.files.Yaml;
import org.hashwise.rulebook.files.YamlMap;
import org.hashwise.rulebook.files.YamlValue;
import org.hashwise.rulebook.language.Consequence;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.model.EditNote;
import org.hashwise.rulebook.model.Parameter;
import org.hashwise.rulebook.model.Position;
import org.hashwise.rulebook.model.RulebookFiles;

/** Editor of one value in the text of a file or in a cell of a workbook, with a note of who changed it, when and why. */
public final class ValueEditor {

    private final RulebookFiles files;
    private final Optional<EditNote> note;

    public ValueEditor(RulebookFiles files, Optional<EditNote> note) {
        this.files = files;
        this.note = note;
    }

    /** Another value for a threshold; with a note also its date. Empty when the file does not have it. */
    public Optional<RulebookFiles> threshold(Parameter threshold, double value) {
        return SourceText.in(files, threshold.file())
                .flatMap(source -> definition(threshold, source)
                        .flatMap(map -> map.get("value").flatMap(old -> {
                            String written = NumberNotation.plain(value);
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
     * Another word as the last argument of a consequence: the weight of evidence, or a grade. In a file of rules the note is a comment
     * above the consequence; a table has no comments, so it is added to the source of the row, in each language that has one. Empty when there is no such consequence,
     * or when its word is not written for this rule alone.
     *
     * @param index which consequence, counted from 0
     */
    public Optional<RulebookFiles> word(Rule rule, int index, String written) {
        String file = rule.position().file();
        if (index < 0
                || index >= rule.consequences().size()
                || rule.consequences().get(index).arguments().size() != 2) {
            return Optional.empty();
        }
        Consequence consequence = rule.consequences().get(index);
        Consequence.Argument old = consequence.arguments().get(1);
        if (file.endsWith(".xlsx")) {
            return cell(rule, old, written);
        }
        return SourceText.in(files, file).flatMap(source -> {
            Position place = old.position();
            int start = place.isCell() ? source.cell(place.line(), place.column(), old.text()) : source.offset(place);
            if (start < 0 || !source.text().startsWith(old.text(), start)) {
                return Optional.empty();
            }
            List<TextEdit> edits = new ArrayList<>();
            edits.add(new TextEdit(file, start, start + old.text().length(), written));
            if (note.isPresent()) {
                String text = note.get().text(written, old.text());
                List<TextEdit> noted = place.isCell()
                        ? behindSources(rule, source, text)
                        : List.of(comment(source, consequence.position(), "// " + text));
                if (noted.isEmpty()) {
                    return Optional.empty();
                }
                edits.addAll(noted);
            }
            return Optional.of(files.with(file, source.after(edits)));
        });
    }

    private Optional<RulebookFiles> cell(Rule rule, Consequence.Argument old, String written) {
        String file = rule.position().file();
        Map<Position, String> texts = new HashMap<>();
        texts.put(old.position(), written);
        note.ifPresent(by -> sources(rule)
                .forEach(source ->
                        texts.put(source.valuePosition(), source.value() + inCell(by.text(written, old.text())))));
        boolean whole = Spreadsheets.read(files, file, new Problems())
                .filter(table -> at(table, old.position()).equals(old.text()))
                .filter(table -> note.isEmpty()
                        || sources(rule).stream()
                                .allMatch(source ->
                                        at(table, source.valuePosition()).equals(source.value())))
                .isPresent();
        return whole
                ? Spreadsheets.edited(files, file, texts).map(content -> files.with(file, content))
                : Optional.empty();
    }

    private static String at(CellTable table, Position place) {
        return table.at(place.line(), place.column());
    }

    /** The source of a row, and its French one if it has one. */
    private static List<Rule.Metadata> sources(Rule rule) {
        return Stream.of("source", "sourceFr")
                .flatMap(name -> Stream.ofNullable(rule.metadata().get(name)))
                .filter(source -> !source.value().isEmpty())
                .toList();
    }

    private static String inCell(String note) {
        return "; " + note.replace('"', '\'');
    }

    /** Empty when a source has no quotation marks: the commas of the note would begin further cells. */
    private static List<TextEdit> behindSources(Rule rule, SourceText source, String text) {
        List<TextEdit> edits = new ArrayList<>();
        for (Rule.Metadata each : sources(rule)) {
            Position place = each.valuePosition();
            int start = source.cell(place.line(), place.column(), each.value());
            if (start <= 0 || source.text().charAt(start - 1) != '"') {
                return List.of();
            }
            int end = start + each.value().length();
            edits.add(new TextEdit(source.file(), end, end, inCell(text)));
        }
        return edits;
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
