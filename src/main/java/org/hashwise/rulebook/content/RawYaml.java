package org.hashwise.rulebook.content;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hashwise.rulebook.files.YamlValue;

/** YAML values in the form in which JSON delivers them, so that one validation serves both. */
final class RawYaml {

    private RawYaml() {}

    static Object of(YamlValue value) {
        if (value.isMap()) {
            Map<String, Object> map = new LinkedHashMap<>();
            value.map().values().forEach((key, element) -> map.put(key, of(element)));
            return map;
        }
        if (value.isNumber()) {
            return value.number().orElse(0);
        }
        if (value.isYesNo()) {
            return value.yesNo().orElse(false);
        }
        return value.text();
    }
}
