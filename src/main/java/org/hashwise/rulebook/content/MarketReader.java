package org.hashwise.rulebook.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hashwise.market.MarketHistory;
import org.hashwise.market.MarketSnapshot;
import org.hashwise.market.MarketSnapshot.Indicator;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.questionnaire.Typical;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.files.Suggestion;
import org.hashwise.rulebook.files.Yaml;
import org.hashwise.rulebook.files.YamlMap;
import org.hashwise.rulebook.files.YamlValue;
import org.hashwise.rulebook.model.Position;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.RulebookProblem.Code;

/** Reads {@code market/*.yaml}: one snapshot each. */
public final class MarketReader {

    private final Questionnaire questionnaire;
    private final Set<String> doubtful;
    private final Problems problems;
    private final List<String> indicators;

    /** @param doubtful questions and sections that could not be read */
    public MarketReader(Questionnaire questionnaire, Set<String> doubtful, Problems problems) {
        this.questionnaire = questionnaire;
        this.doubtful = doubtful;
        this.problems = problems;
        this.indicators = questionnaire.questions().stream()
                .filter(question -> question.typical() instanceof Typical.FromMarket)
                .map(Question::id)
                .toList();
    }

    public MarketHistory read(RulebookFiles files) {
        List<MarketSnapshot> snapshots = new ArrayList<>();
        Registry dates = new Registry(problems);
        for (String file : files.paths("market", ".yaml")) {
            Yaml.read(file, files.text(file), problems)
                    .flatMap(top -> snapshot(top.map(), dates))
                    .ifPresent(snapshots::add);
        }
        if (snapshots.isEmpty() && !problems.lacksFilesOf("market")) {
            problems.error(Code.MISSING_FILE, Position.of("market"), "", "", "market/2025-11-30.yaml");
        }
        return new MarketHistory(snapshots);
    }

    private Optional<MarketSnapshot> snapshot(YamlMap map, Registry dates) {
        Optional<LocalDate> asOf = map.required("asOf").flatMap(YamlValue::date);
        map.about(asOf.map(LocalDate::toString).orElse(""), Set.of("asOf", "indicators"));
        YamlMap values = map.required("indicators").map(YamlValue::map).orElse(map);
        Map<String, Indicator> read = new LinkedHashMap<>();
        values.values().forEach((id, value) -> indicator(id, value, values).ifPresent(found -> read.put(id, found)));
        for (String id : indicators) {
            if (!read.containsKey(id) && values.get(id).isEmpty()) {
                problems.error(Code.MISSING_KEY, values.position(), "", "", id);
            }
        }
        return asOf.filter(date -> dates.add(date.toString(), map.position("asOf")))
                .map(date -> new MarketSnapshot(date, read));
    }

    private Optional<Indicator> indicator(String id, YamlValue value, YamlMap values) {
        Optional<Question> question = questionnaire.question(id).filter(known -> id.startsWith("market."));
        if (question.isEmpty()) {
            if (doubtful.contains("market") || doubtful.contains(id)) {
                return Optional.empty();
            }
            problems.error(Code.UNKNOWN_QUESTION, values.position(id), "", Suggestion.near(id, indicators), id);
            return Optional.empty();
        }
        YamlMap map = value.map().about(id, Set.of("value", "source"));
        double number = map.required("value")
                .map(YamlValue::number)
                .orElse(java.util.OptionalDouble.empty())
                .orElse(0);
        if (number < question.get().min() || number > question.get().max()) {
            problems.error(
                    Code.OUT_OF_RANGE,
                    map.position("value"),
                    id,
                    "",
                    number,
                    question.get().min(),
                    question.get().max());
        }
        return Optional.of(new Indicator(number, map.text("source")));
    }
}
