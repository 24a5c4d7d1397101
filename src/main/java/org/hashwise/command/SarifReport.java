package org.hashwise.command;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.hashwise.rulebook.RulesLocation;
import org.hashwise.rulebook.model.RulebookProblem;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The problems of a rulebook in SARIF 2.1.0, from which code hosts annotate the lines of a change. */
final class SarifReport {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final String folder;

    private SarifReport(RulesLocation location) {
        // Code hosts know files by their path in the repository, where the command usually runs.
        this.folder = location.folder()
                .filter(path -> !path.isAbsolute())
                .map(Path::normalize)
                .map(path -> path.toString().replace('\\', '/'))
                .filter(path -> !path.isEmpty())
                .map(path -> path + "/")
                .orElse("");
    }

    static String of(RulesLocation location, List<RulebookProblem> problems) {
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(new SarifReport(location).log(problems));
    }

    private Map<String, Object> log(List<RulebookProblem> problems) {
        TreeSet<String> codes = new TreeSet<>();
        problems.forEach(problem -> codes.add(problem.codeName()));
        List<Map<String, Object>> rules =
                codes.stream().map(code -> Map.<String, Object>of("id", code)).toList();
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "Hashwise");
        driver.put("rules", rules);
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver));
        run.put("columnKind", "utf16CodeUnits");
        run.put("results", problems.stream().map(this::result).toList());
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        log.put("runs", List.of(run));
        return log;
    }

    private Map<String, Object> result(RulebookProblem problem) {
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("artifactLocation", Map.of("uri", uri(problem.file())));
        if (problem.line() > 0) {
            place.put("region", region(problem));
        }
        Map<String, Object> location = new LinkedHashMap<>();
        location.put("physicalLocation", place);
        List<Map<String, Object>> names = new ArrayList<>();
        if (!problem.rule().isEmpty()) {
            names.add(Map.of("name", problem.rule()));
        }
        if (!problem.cell().isEmpty()) {
            names.add(Map.of("name", problem.cell()));
        }
        if (!names.isEmpty()) {
            location.put("logicalLocations", names);
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", problem.codeName());
        result.put("level", problem.severity().name().toLowerCase(Locale.ROOT));
        result.put("message", Map.of("text", problem.sentence()));
        result.put("locations", List.of(location));
        return result;
    }

    private static Map<String, Object> region(RulebookProblem problem) {
        Map<String, Object> region = new LinkedHashMap<>();
        region.put("startLine", problem.line());
        if (problem.column() > 0 && problem.cell().isEmpty()) { // the column of a cell is none of the line
            region.put("startColumn", problem.column());
        }
        return region;
    }

    private String uri(String file) {
        try {
            return new URI(null, null, folder + file, null).toASCIIString();
        } catch (URISyntaxException unlikely) {
            return file;
        }
    }
}
