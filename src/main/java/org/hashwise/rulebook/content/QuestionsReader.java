package org.hashwise.rulebook.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hashwise.questionnaire.Kind;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.questionnaire.Section;
import org.hashwise.questionnaire.Text;
import org.hashwise.questionnaire.Typical;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.files.Suggestion;
import org.hashwise.rulebook.files.Yaml;
import org.hashwise.rulebook.files.YamlMap;
import org.hashwise.rulebook.files.YamlValue;
import org.hashwise.rulebook.model.Messages;
import org.hashwise.rulebook.model.Position;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.RulebookProblem.Code;

/** Reader of {@code questions/*.yaml}: one section each. */
public final class QuestionsReader {

    private static final Set<String> SECTION_KEYS = Set.of("section", "order", "title", "intro", "questions");
    private static final Set<String> QUESTION_KEYS = Set.of(
            "id", "kind", "unit", "range", "typical", "spread", "effort", "label", "wording", "help", "why", "because",
            "source", "choices", "moves");

    /** A number with a point before three zeros, as languages write thousands that have the comma for decimals. */
    private static final Pattern GROUPED = Pattern.compile("([0-9]{1,3})\\.000");

    private static final Text NOTHING = new Text("", "");

    private final Problems problems;
    private final Registry ids;
    private final Set<String> doubtful = new TreeSet<>();

    public QuestionsReader(Problems problems) {
        this.problems = problems;
        this.ids = new Registry(problems);
    }

    private record Ordered(double order, Section section) {}

    public Questionnaire read(RulebookFiles files) {
        List<Ordered> sections = new ArrayList<>();
        for (String file : files.paths("questions", ".yaml")) {
            if (file.equals(MigrationsReader.FILE)) {
                continue;
            }
            Yaml.read(file, files.text(file), problems)
                    .ifPresentOrElse(top -> sections.add(section(top.map())), () -> doubtful.add(baseName(file)));
        }
        sections.sort(Comparator.comparingDouble(Ordered::order));
        Questionnaire questionnaire =
                new Questionnaire(sections.stream().map(Ordered::section).toList());
        new EstimateCheck(questionnaire, ids, problems).check();
        return questionnaire;
    }

    private static String baseName(String file) {
        return file.substring(file.lastIndexOf('/') + 1, file.length() - ".yaml".length());
    }

    /** Questions and sections that are mentioned and could not be read; others should not suffer for them. */
    public Set<String> doubtful() {
        return Set.copyOf(doubtful);
    }

    /** The position of the definition of a question. */
    public Position position(String id) {
        return ids.position(id);
    }

    private Ordered section(YamlMap map) {
        String id = map.text("section");
        if (!id.matches("[a-z][a-z0-9]*") || ReservedNames.isSection(id)) {
            problems.error(Code.RESERVED_NAME, map.position("section"), id, "", id);
        }
        map.about(id, SECTION_KEYS);
        ids.add("section " + id, map.position("section"));
        List<Question> questions = new ArrayList<>();
        map.required("questions")
                .map(YamlValue::list)
                .orElse(List.of())
                .forEach(value -> question(id, value.map()).ifPresent(questions::add));
        double order = map.required("order")
                .map(YamlValue::number)
                .orElse(OptionalDouble.empty())
                .orElse(0);
        return new Ordered(order, new Section(id, map.translated("title"), map.translated("intro"), questions));
    }

    private Optional<Question> question(String section, YamlMap map) {
        String id = map.text("id");
        map.about(id, QUESTION_KEYS);
        Position position = map.position("id");
        String form = Pattern.quote(section + ".") + "[a-z][A-Za-z0-9]*";
        if (!DefinedName.check(id, form, section + ".name", position, problems)) {
            doubtful.add(id);
            return Optional.empty();
        }
        if (ReservedNames.isField(id.substring(id.indexOf('.') + 1))) {
            problems.error(Code.RESERVED_NAME, position, id, "", id);
        }
        if (!ids.add(id, position)) {
            return Optional.empty();
        }
        Optional<Kind> kind = map.required("kind").flatMap(value -> value.oneOf(Kind.class));
        if (kind.isEmpty()) {
            doubtful.add(id);
            return Optional.empty();
        }
        if (kind.get().isNumeric()) {
            NamedUnit.check(id, map.textOr("unit", ""), map, problems);
        }
        double[] range = range(map, kind.get(), id);
        List<Question.AnswerOption> choices = choices(map, kind.get());
        QuestionPart asked = new QuestionPart(problems, id, kind.get(), choices, range);
        Typical typical = new TypicalReader(asked).read(map);
        boolean assumed = typical instanceof Typical.Fixed || typical instanceof Typical.Estimated;
        double effort = map.get("effort")
                .map(YamlValue::number)
                .orElse(OptionalDouble.of(1))
                .orElse(1);
        if (effort != 1 && effort != 2 && effort != 3) {
            problems.error(Code.OUT_OF_RANGE, map.position("effort"), id, "", effort, 1, 3);
        }
        return Optional.of(new Question(
                id,
                kind.get(),
                map.textOr("unit", ""),
                range[0],
                range[1],
                choices,
                typical,
                new DistributionReader(asked).read(map),
                (int) effort,
                map.translated("label"),
                map.translated("wording"),
                map.translated("help"),
                map.translated("why"),
                assumed || map.get("because").isPresent() ? map.translated("because") : NOTHING,
                map.source(),
                new MovesReader(asked).read(map)));
    }

    private double[] range(YamlMap map, Kind kind, String id) {
        if (!kind.isNumeric()) {
            return new double[] {0, kind == Kind.SHARES ? 100 : 0};
        }
        List<YamlValue> bounds = map.required("range").map(YamlValue::list).orElse(List.of());
        if (bounds.size() != 2) {
            problems.error(Code.WRONG_TYPE, map.position("range"), id, "", "[smallest, largest]");
            return new double[] {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};
        }
        problems.defineRange(id, map.position("range"));
        double low = bounds.get(0).number().orElse(0);
        double high = bounds.get(1).number().orElse(low);
        if (low > high) {
            problems.error(Code.WRONG_TYPE, map.position("range"), id, "", "[smallest, largest]");
            return anything(id);
        }
        for (YamlValue bound : bounds) {
            Matcher grouped = GROUPED.matcher(bound.text());
            if (grouped.matches()) {
                String meant = Messages.of("suggestion.write", grouped.group(1) + "000");
                problems.error(
                        Code.RANGE_INVALID, bound.position(), id, meant, Messages.of("range.grouped", bound.text()));
                return anything(id);
            }
        }
        return new double[] {low, high};
    }

    /** An unlimited range in place of one that is certainly wrong, so that no value is reported as outside it. */
    private double[] anything(String id) {
        doubtful.add(id);
        return new double[] {-Double.MAX_VALUE, Double.MAX_VALUE};
    }

    private List<Question.AnswerOption> choices(YamlMap map, Kind kind) {
        List<Question.AnswerOption> choices = new ArrayList<>();
        if (kind != Kind.CHOICE) {
            return choices;
        }
        for (YamlValue value : map.required("choices").map(YamlValue::list).orElse(List.of())) {
            YamlMap choice = value.map();
            String code = choice.text("value");
            choice.about(code, Set.of("value", "en", "fr"));
            if (choices.stream().anyMatch(other -> other.value().equals(code))) {
                problems.error(Code.DUPLICATE_ID, choice.position("value"), code, "", code, "");
            }
            if (!code.matches("[A-Z][A-Z0-9_]*")) {
                problems.error(
                        Code.UNKNOWN_VALUE, choice.position("value"), code, Suggestion.oneOf(List.of("FIXED")), code);
            }
            choices.add(new Question.AnswerOption(code, choice.translation(value)));
        }
        return choices;
    }
}
