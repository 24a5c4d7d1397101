package org.hashwise.rulebook.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.hashwise.advice.Extent;
import org.hashwise.advice.Strategy;
import org.hashwise.market.MarketHistory;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.questionnaire.Renames;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.files.Yaml;
import org.hashwise.rulebook.files.YamlMap;
import org.hashwise.rulebook.files.YamlValue;
import org.hashwise.rulebook.model.CaseStudy;
import org.hashwise.rulebook.model.CaseStudy.Observed;
import org.hashwise.rulebook.model.CaseStudy.Quality;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.RulebookProblem.Code;
import org.jspecify.annotations.Nullable;

/** Reader of {@code casebook/*.yaml}: one real company at a date each. */
public final class CasebookReader {

    private static final Set<String> KEYS = Set.of(
            "id", "company", "asOf", "quality", "story", "answers", "observed", "disagreement", "notes", "featured");
    private static final Set<String> OBSERVED_KEYS =
            Set.of("strategy", "extent", "date", "evidence", "source", "alternatives", "otherExtents");

    private final AnswersSection answersSection;
    private final Renames renames;
    private final MarketHistory markets;
    private final Problems problems;

    /** @param doubtful questions and sections that could not be read */
    public CasebookReader(Questionnaire questionnaire, Set<String> doubtful, MarketHistory markets, Problems problems) {
        this.answersSection = new AnswersSection(
                questionnaire, doubtful, new ThresholdExpressions(questionnaire, Map.of(), problems), problems);
        this.renames = questionnaire.renames();
        this.markets = markets;
        this.problems = problems;
    }

    public List<CaseStudy> read(RulebookFiles files) {
        List<CaseStudy> cases = new ArrayList<>();
        Registry ids = new Registry(problems);
        for (String file : files.paths("casebook", ".yaml")) {
            Yaml.read(file, files.text(file), problems).ifPresent(top -> {
                YamlMap map = top.map();
                String id = map.text("id");
                if (!file.endsWith("/" + id + ".yaml")) {
                    problems.error(Code.UNKNOWN_VALUE, map.position("id"), id, fileName(file), id);
                }
                if (ids.add(id, map.position("id"))) {
                    cases.add(caseStudy(map));
                }
            });
        }
        return List.copyOf(cases);
    }

    private static String fileName(String file) {
        return file.substring(file.lastIndexOf('/') + 1).replace(".yaml", "");
    }

    private LocalDate asOf(String id, YamlMap map) {
        Optional<LocalDate> asOf = map.required("asOf").flatMap(YamlValue::date);
        asOf.filter(date -> markets.asOf(date).isEmpty())
                .ifPresent(date -> problems.error(Code.NO_SNAPSHOT, map.position("asOf"), id, "", date));
        return asOf.orElse(LocalDate.EPOCH);
    }

    private CaseStudy caseStudy(YamlMap map) {
        String id = map.text("id");
        map.about(id, KEYS);
        Map<String, YamlValue> values = new LinkedHashMap<>();
        Map<String, String> sources = new LinkedHashMap<>();
        YamlMap given = map.required("answers").map(YamlValue::map).orElse(map);
        given.values().forEach((question, value) -> {
            if (given != map) {
                YamlMap answer = value.map().about(id, Set.of("value", "source"));
                answer.required("value").ifPresent(found -> values.put(question, found));
                sources.put(renames.id(question), answer.text("source"));
            }
        });
        Answers answers = answersSection.read(id, values, given);
        return new CaseStudy(
                id,
                map.text("company"),
                asOf(id, map),
                map.required("quality")
                        .flatMap(value -> value.oneOf(Quality.class))
                        .orElse(Quality.C),
                answers,
                sources,
                map.translated("story"),
                observed(id, map.required("observed").map(YamlValue::map).orElse(map)),
                map.get("disagreement").map(map::translation).orElse(null),
                map.get("featured").map(CasebookReader::place).orElse(null));
    }

    private static @Nullable Double place(YamlValue value) {
        OptionalDouble place = value.number();
        return place.isPresent() ? place.getAsDouble() : null;
    }

    private static Observed observed(String id, YamlMap map) {
        map.about(id, OBSERVED_KEYS);
        return new Observed(
                map.required("strategy")
                        .flatMap(value -> value.oneOf(Strategy.class))
                        .orElse(Strategy.HOLD),
                map.get("extent").flatMap(value -> value.oneOf(Extent.class)).orElse(null),
                map.required("date").flatMap(YamlValue::date).orElse(LocalDate.EPOCH),
                map.translated("evidence"),
                map.text("source"),
                many(map, "alternatives", Strategy.class),
                many(map, "otherExtents", Extent.class));
    }

    private static <E extends Enum<E>> List<E> many(YamlMap map, String key, Class<E> type) {
        return map.get(key).map(YamlValue::list).orElse(List.of()).stream()
                .flatMap(value -> value.oneOf(type).stream())
                .toList();
    }
}
