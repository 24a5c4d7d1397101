package org.hashwise.rulebook.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.hashwise.questionnaire.Text;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.files.Suggestion;
import org.hashwise.rulebook.files.Yaml;
import org.hashwise.rulebook.files.YamlMap;
import org.hashwise.rulebook.files.YamlValue;
import org.hashwise.rulebook.model.HouseView;
import org.hashwise.rulebook.model.Parameter;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.RulebookProblem.Code;

/** Reader of {@code views/*.yaml}: one house view each. */
final class ViewsReader {

    private static final Set<String> KEYS = Set.of("id", "title", "description", "parameters");
    private static final Set<String> OVERRIDE_KEYS = Set.of("name", "value", "source");

    private final Map<String, Parameter> thresholds;
    private final Problems problems;

    ViewsReader(Map<String, Parameter> thresholds, Problems problems) {
        this.thresholds = thresholds;
        this.problems = problems;
    }

    /** The views in the order of their files. */
    List<HouseView> read(RulebookFiles files) {
        List<HouseView> views = new ArrayList<>();
        Registry ids = new Registry(problems);
        for (String file : files.paths("views", ".yaml")) {
            Yaml.read(file, files.text(file), problems)
                    .map(YamlValue::map)
                    .ifPresent(map -> view(file, map, ids).ifPresent(views::add));
        }
        return List.copyOf(views);
    }

    private Optional<HouseView> view(String file, YamlMap map, Registry ids) {
        String id = map.text("id");
        map.about(id, KEYS);
        boolean named = DefinedName.check(id, "[a-z][a-z0-9]*(-[a-z0-9]+)*+", "lender", map.position("id"), problems);
        String fileName = file.substring(file.lastIndexOf('/') + 1).replace(".yaml", "");
        if (named && !fileName.equals(id)) {
            problems.error(Code.UNKNOWN_VALUE, map.position("id"), id, fileName, id);
        }
        HouseView view = new HouseView(
                id,
                map.translated("title"),
                map.translated("description"),
                overrides(id, map),
                file,
                map.position("id").line());
        return ids.add(id, map.position("id")) ? Optional.of(view) : Optional.empty();
    }

    private List<HouseView.Setting> overrides(String view, YamlMap map) {
        List<HouseView.Setting> overrides = new ArrayList<>();
        Registry names = new Registry(problems);
        List<YamlValue> given = map.required("parameters").map(YamlValue::list).orElse(List.of());
        if (given.isEmpty() && map.get("parameters").isPresent()) {
            problems.error(Code.MISSING_KEY, map.position("parameters"), view, "", "name");
        }
        for (YamlValue value : given) {
            YamlMap override = value.map().about(view, OVERRIDE_KEYS);
            String name = override.text("name");
            OptionalDouble number =
                    override.required("value").map(YamlValue::number).orElse(OptionalDouble.empty());
            Text source = override.source();
            if (isThreshold(view, name, override)
                    && names.add(name, override.position("name"))
                    && number.isPresent()
                    && isAccepted(view, name, number.getAsDouble(), override)) {
                overrides.add(new HouseView.Setting(name, number.getAsDouble(), source));
            }
        }
        return overrides;
    }

    private boolean isThreshold(String view, String name, YamlMap override) {
        if (thresholds.containsKey(name)) {
            return true;
        }
        if (override.get("name").isPresent() && !problems.lacksFilesOf("parameters")) {
            String near = Suggestion.near(name, thresholds.keySet());
            problems.error(Code.UNKNOWN_THRESHOLD, override.position("name"), view, near, name);
        }
        return false;
    }

    private boolean isAccepted(String view, String name, double value, YamlMap override) {
        Parameter threshold = thresholds.get(name);
        if (threshold == null || threshold.accepted().contains(value)) {
            return true;
        }
        Object[] arguments = {value, name, AcceptedValuesReader.text(threshold.accepted())};
        problems.error(Code.VALUE_NOT_ACCEPTED, override.position("value"), view, "", arguments);
        return false;
    }
}
