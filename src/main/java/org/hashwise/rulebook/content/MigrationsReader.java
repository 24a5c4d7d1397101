package org.hashwise.rulebook.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hashwise.questionnaire.Kind;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.questionnaire.Renames;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.files.Suggestion;
import org.hashwise.rulebook.files.Yaml;
import org.hashwise.rulebook.files.YamlMap;
import org.hashwise.rulebook.files.YamlValue;
import org.hashwise.rulebook.model.Position;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.RulebookProblem.Code;

/** Reader of {@code questions/migrations.yaml}: what questions and choices were called before. */
public final class MigrationsReader {

    /** The only file of its folder that is no section. */
    static final String FILE = "questions/migrations.yaml";

    private static final Set<String> KEYS = Set.of("date", "question", "choice", "becomes");

    private final Questionnaire questionnaire;
    private final Set<String> doubtful;
    private final Problems problems;
    private final List<String> known;

    /** @param doubtful questions and sections that could not be read */
    public MigrationsReader(Questionnaire questionnaire, Set<String> doubtful, Problems problems) {
        this.questionnaire = questionnaire;
        this.doubtful = doubtful;
        this.problems = problems;
        this.known = questionnaire.questions().stream().map(Question::id).toList();
    }

    /** @param choice empty when the question itself is renamed */
    private record Entry(
            String question, String choice, String becomes, Position questionAt, Position from, Position to) {}

    public Renames read(RulebookFiles files) {
        if (!files.contentByPath().containsKey(FILE)) {
            return Renames.none();
        }
        List<Entry> entries = new ArrayList<>();
        Registry once = new Registry(problems);
        Yaml.read(FILE, files.text(FILE), problems).ifPresent(top -> {
            YamlMap map = top.map().about("", Set.of("renames"));
            for (YamlValue value : map.required("renames").map(YamlValue::list).orElse(List.of())) {
                entry(value.map(), once).ifPresent(entries::add);
            }
        });
        Map<String, String> ids = ids(entries);
        return new Renames(ids, choices(entries, ids));
    }

    private Optional<Entry> entry(YamlMap map, Registry once) {
        String question = map.text("question");
        map.about(question, KEYS);
        boolean dated = map.required("date").flatMap(YamlValue::date).isPresent();
        String choice = map.textOr("choice", "");
        String becomes = map.text("becomes");
        Position from = map.position(choice.isEmpty() ? "question" : "choice");
        String name = choice.isEmpty() ? question : question + " " + choice;
        boolean complete = dated && !question.isEmpty() && !becomes.isEmpty() && once.add(name, from);
        return complete
                ? Optional.of(
                        new Entry(question, choice, becomes, map.position("question"), from, map.position("becomes")))
                : Optional.empty();
    }

    private Map<String, String> ids(List<Entry> entries) {
        Map<String, Entry> byName = new LinkedHashMap<>();
        entries.stream()
                .filter(entry -> entry.choice().isEmpty())
                .forEach(entry -> byName.put(entry.question(), entry));
        Map<String, String> ids = new LinkedHashMap<>();
        byName.forEach((name, entry) -> {
            Optional<Entry> last = last(name, byName);
            if (last.isEmpty()) {
                problems.error(Code.CIRCULAR_RENAME, entry.from(), name, "", name);
            } else if (known.contains(name)) {
                problems.error(Code.RENAME_IN_USE, entry.from(), name, "", name);
            } else {
                ids.put(name, last.get().becomes());
                requireQuestion(entry.becomes(), entry.to(), name, byName);
            }
        });
        return ids;
    }

    /** The entry where following the names ends; empty when it does not. */
    private static Optional<Entry> last(String name, Map<String, Entry> byName) {
        Entry at = byName.get(name);
        for (int steps = 0; at != null && steps <= byName.size(); steps++) {
            Entry next = byName.get(at.becomes());
            if (next == null) {
                return Optional.of(at);
            }
            at = next;
        }
        return Optional.empty();
    }

    private void requireQuestion(String id, Position position, String subject, Map<String, Entry> renamed) {
        boolean excused = doubtful.contains(id) || doubtful.contains(id.split("\\.", 2)[0]);
        if (!known.contains(id) && !renamed.containsKey(id) && !excused) {
            problems.error(Code.UNKNOWN_QUESTION, position, subject, Suggestion.near(id, known), id);
        }
    }

    private Map<String, Map<String, String>> choices(List<Entry> entries, Map<String, String> ids) {
        Map<String, Map<String, Entry>> byQuestion = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (!entry.choice().isEmpty()) {
                String id = ids.getOrDefault(entry.question(), entry.question());
                requireQuestion(id, entry.questionAt(), entry.question(), Map.of());
                byQuestion.computeIfAbsent(id, same -> new LinkedHashMap<>()).put(entry.choice(), entry);
            }
        }
        Map<String, Map<String, String>> choices = new LinkedHashMap<>();
        byQuestion.forEach((id, byName) ->
                questionnaire.question(id).ifPresent(question -> choices.put(id, choices(question, byName))));
        return choices;
    }

    private Map<String, String> choices(Question question, Map<String, Entry> byName) {
        List<String> values = question.choiceValues();
        Map<String, String> renamed = new LinkedHashMap<>();
        byName.forEach((name, entry) -> {
            Optional<Entry> last = last(name, byName);
            if (last.isEmpty()) {
                problems.error(Code.CIRCULAR_RENAME, entry.from(), question.id(), "", name);
            } else if (values.contains(name)) {
                problems.error(Code.RENAME_IN_USE, entry.from(), question.id(), "", name);
            } else {
                renamed.put(name, last.get().becomes());
                requireChoice(question, entry, values, byName);
            }
        });
        return renamed;
    }

    private void requireChoice(Question question, Entry entry, List<String> values, Map<String, Entry> byName) {
        boolean leadsOn = question.kind() == Kind.CHOICE && byName.containsKey(entry.becomes());
        if (!values.contains(entry.becomes()) && !leadsOn) {
            String suggestion = Suggestion.near(entry.becomes(), values);
            problems.error(Code.UNKNOWN_CHOICE, entry.to(), question.id(), suggestion, entry.becomes(), question.id());
        }
    }
}
