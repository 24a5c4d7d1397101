package org.hashwise.rulebook.content;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.hashwise.advice.Extent;
import org.hashwise.advice.Owner;
import org.hashwise.advice.Strategy;
import org.hashwise.questionnaire.Text;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.files.Yaml;
import org.hashwise.rulebook.files.YamlMap;
import org.hashwise.rulebook.files.YamlValue;
import org.hashwise.rulebook.model.Position;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.RulebookProblem.Code;
import org.hashwise.rulebook.model.StrategyProfile;
import org.hashwise.rulebook.model.StrategyProfile.FirstStep;
import org.jspecify.annotations.Nullable;

/** Reader of {@code strategies/*.yaml}: what each strategy is in words. */
public final class StrategiesReader {

    private static final Set<String> KEYS = Set.of("strategy", "title", "summary", "headlines", "steps", "risks");

    private static final Set<String> STEP_KEYS = Set.of("owner", "byMonth", "en", "fr");
    private static final int LAST_MONTH = 120;

    private final Problems problems;

    public StrategiesReader(Problems problems) {
        this.problems = problems;
    }

    public Map<Strategy, StrategyProfile> read(RulebookFiles files) {
        Map<Strategy, StrategyProfile> profiles = new EnumMap<>(Strategy.class);
        Registry names = new Registry(problems);
        for (String file : files.paths("strategies", ".yaml")) {
            Yaml.read(file, files.text(file), problems).ifPresent(top -> {
                YamlMap map = top.map();
                Optional<Strategy> strategy = map.required("strategy").flatMap(value -> value.oneOf(Strategy.class));
                strategy.filter(name -> names.add(name.name(), map.position("strategy")))
                        .ifPresent(name -> profiles.put(name, profile(name, file, map)));
            });
        }
        for (Strategy strategy : Strategy.values()) {
            if (!profiles.containsKey(strategy) && !problems.lacksFilesOf("strategies")) {
                problems.error(
                        Code.MISSING_FILE, Position.of("strategies"), strategy.name(), "", "strategy: " + strategy);
            }
        }
        return profiles;
    }

    private StrategyProfile profile(Strategy strategy, String file, YamlMap map) {
        map.about(strategy.name(), KEYS);
        Map<String, Text> headlines = new LinkedHashMap<>();
        YamlMap given = map.required("headlines").map(YamlValue::map).orElse(map);
        for (String key : headlineKeys(strategy)) {
            headlines.put(key.equals("only") ? "" : key, given.translated(key));
        }
        return new StrategyProfile(
                strategy,
                map.translated("title"),
                map.translated("summary"),
                headlines,
                texts(map, "risks"),
                steps(strategy, map),
                file);
    }

    private static List<String> headlineKeys(Strategy strategy) {
        return switch (strategy) {
            case AI_HOSTING -> List.of(Extent.PARTIAL.name(), Extent.FULL.name(), StrategyProfile.WEAK);
            case RESTRUCTURE -> List.of("only");
            default -> List.of("only", StrategyProfile.WEAK);
        };
    }

    private List<FirstStep> steps(Strategy strategy, YamlMap map) {
        List<FirstStep> steps = new ArrayList<>();
        for (YamlValue value : map.required("steps").map(YamlValue::list).orElse(List.of())) {
            YamlMap step = value.map().about(strategy.name(), STEP_KEYS);
            // Editions of release 1.0 name neither owner nor month.
            Owner owner =
                    step.get("owner").flatMap(given -> given.oneOf(Owner.class)).orElse(null);
            steps.add(new FirstStep(step.translation(value), owner, month(strategy, step)));
        }
        return steps;
    }

    private @Nullable Integer month(Strategy strategy, YamlMap step) {
        OptionalDouble given = step.get("byMonth").map(YamlValue::number).orElse(OptionalDouble.empty());
        if (given.isEmpty()) {
            return null;
        }
        double month = given.getAsDouble();
        if (month < 0 || month > LAST_MONTH || month != Math.rint(month)) {
            problems.error(Code.OUT_OF_RANGE, step.position("byMonth"), strategy.name(), "", month, 0, LAST_MONTH);
        }
        return (int) month;
    }

    private static List<Text> texts(YamlMap map, String key) {
        return map.required(key).map(YamlValue::list).orElse(List.of()).stream()
                .map(map::translation)
                .toList();
    }
}
