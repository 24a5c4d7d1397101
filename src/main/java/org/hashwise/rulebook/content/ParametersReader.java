package org.hashwise.rulebook.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.hashwise.economics.JurisdictionGrade.Tax;
import org.hashwise.economics.JurisdictionGrade.Tier;
import org.hashwise.questionnaire.Text;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.files.Yaml;
import org.hashwise.rulebook.files.YamlMap;
import org.hashwise.rulebook.files.YamlValue;
import org.hashwise.rulebook.model.AcceptedValues;
import org.hashwise.rulebook.model.Parameter;
import org.hashwise.rulebook.model.Position;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.RulebookProblem.Code;

/** Reader of {@code parameters/*.yaml}: thresholds and tax schedules. */
public final class ParametersReader {

    private static final Set<String> FILE_KEYS = Set.of("topic", "thresholds", "schedules");
    private static final Set<String> THRESHOLD_KEYS =
            Set.of("name", "value", "unit", "kind", "range", "step", "meaning", "source", "date", "reviewBy");
    private static final Set<String> SCHEDULE_KEYS =
            Set.of("name", "tiers", "status", "appliesFrom", "meaning", "source", "date", "reviewBy");

    private final Optional<LocalDate> today;
    private final Problems problems;
    private final Registry names;
    private final Map<String, Parameter> thresholds = new LinkedHashMap<>();
    private final Map<String, Tax> schedules = new LinkedHashMap<>();

    /** @param today the day on which reviews may be due; empty for no such warnings */
    public ParametersReader(Optional<LocalDate> today, Problems problems) {
        this.today = today;
        this.problems = problems;
        this.names = new Registry(problems);
    }

    public ParametersReader read(RulebookFiles files) {
        for (String file : files.paths("parameters", ".yaml")) {
            Yaml.read(file, files.text(file), problems).ifPresent(top -> file(file, top.map()));
        }
        return this;
    }

    private void file(String file, YamlMap map) {
        String topic =
                map.textOr("topic", file.substring(file.lastIndexOf('/') + 1).replace(".yaml", ""));
        map.about(topic, FILE_KEYS);
        map.get("thresholds")
                .map(YamlValue::list)
                .orElse(List.of())
                .forEach(value -> threshold(file, topic, value.map()));
        map.get("schedules").map(YamlValue::list).orElse(List.of()).forEach(value -> schedule(value.map()));
    }

    private void threshold(String file, String topic, YamlMap map) {
        String name = map.text("name");
        map.about(name, THRESHOLD_KEYS);
        DefinedName.check(name, "[a-z][A-Za-z0-9]*", "largeSiteMw", map.position("name"), problems);
        if (names.add(name, map.position("name"))) {
            OptionalDouble value = map.required("value").map(YamlValue::number).orElse(OptionalDouble.empty());
            String unit = map.text("unit");
            Text source = map.source();
            FutureDates futureDates = new FutureDates(today, problems);
            futureDates.checkSource(source, map.position("source"), name);
            futureDates.check(date(map, "date"), map.position("date"), name);
            NamedUnit.check(name, unit, map, problems);
            AcceptedValues accepted = new AcceptedValuesReader(today.isPresent(), problems).read(name, map, value);
            double read = value.orElse(Double.NaN);
            thresholds.put(
                    name,
                    new Parameter(
                            name,
                            topic,
                            // A refused value is reported once, and not again by the cases relative to it.
                            accepted.contains(read) || !problems.hasErrors() ? read : accepted.low(),
                            unit,
                            map.translated("meaning"),
                            source,
                            date(map, "date"),
                            reviewBy(name, map),
                            file,
                            map.position("name").line(),
                            accepted));
        }
    }

    private void schedule(YamlMap map) {
        String name = map.text("name");
        map.about(name, SCHEDULE_KEYS);
        DefinedName.check(name, "[A-Z][A-Z0-9]*(-[A-Z0-9]+)*+", "NY-S8518", map.position("name"), problems);
        map.translated("meaning");
        map.source();
        date(map, "date");
        reviewBy(name, map);
        List<Tier> tiers = new ArrayList<>();
        for (YamlValue value : map.required("tiers").map(YamlValue::list).orElse(List.of())) {
            YamlMap tier = value.map().about(name, Set.of("aboveKwh", "usdPerKwh"));
            tiers.add(new Tier(number(tier, "aboveKwh"), number(tier, "usdPerKwh")));
        }
        if (names.add(name, map.position("name"))) {
            schedules.put(name, new Tax(tiers));
        }
    }

    private static double number(YamlMap map, String key) {
        return map.required(key)
                .map(YamlValue::number)
                .orElse(OptionalDouble.empty())
                .orElse(0);
    }

    private static LocalDate date(YamlMap map, String key) {
        return map.required(key).flatMap(YamlValue::date).orElse(LocalDate.EPOCH);
    }

    private LocalDate reviewBy(String name, YamlMap map) {
        LocalDate reviewBy = date(map, "reviewBy");
        if (today.isPresent()
                && !reviewBy.equals(LocalDate.EPOCH)
                && today.get().isAfter(reviewBy)) {
            problems.warning(Code.REVIEW_DUE, map.position("reviewBy"), name, "", name, reviewBy);
        }
        return reviewBy;
    }

    /** The position of the definition of a threshold or schedule. */
    public Position position(String name) {
        return names.position(name);
    }

    /** The thresholds by name. */
    public Map<String, Parameter> thresholds() {
        return thresholds;
    }

    /** Taxes on electricity with tiers, by name. */
    public Map<String, Tax> schedules() {
        return schedules;
    }
}
