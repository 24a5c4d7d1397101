package org.hashwise.rulebook.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.hashwise.market.MarketHistory;
import org.hashwise.market.MarketSnapshot;
import org.hashwise.market.MarketSnapshot.Indicator;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.questionnaire.Text;
import org.hashwise.questionnaire.Typical;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.files.Suggestion;
import org.hashwise.rulebook.files.Yaml;
import org.hashwise.rulebook.files.YamlMap;
import org.hashwise.rulebook.files.YamlValue;
import org.hashwise.rulebook.model.Position;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.RulebookProblem.Code;

/** Reader of {@code market/*.yaml}: one snapshot each. */
public final class MarketReader {

    private final Questionnaire questionnaire;
    private final Set<String> doubtful;
    private final Problems problems;
    private final List<String> indicators;
    private final FutureDates futureDates;

    /** Values that do not grow by the month. */
    private static final List<String> STEADY = List.of("market.btcPriceUsd", "market.networkHashrateEh");

    /** More than this from one snapshot to the next is a slip of the decimal sign. */
    private static final double LARGEST_JUMP = 4;

    /**
     * @param doubtful questions and sections that could not be read
     * @param today the day with which dates are compared; empty for no such warnings
     */
    public MarketReader(
            Questionnaire questionnaire, Set<String> doubtful, Optional<LocalDate> today, Problems problems) {
        this.futureDates = new FutureDates(today, problems);
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
        warnAboutJumps(snapshots, dates);
        return new MarketHistory(snapshots);
    }

    private void warnAboutJumps(List<MarketSnapshot> snapshots, Registry dates) {
        List<MarketSnapshot> sorted = snapshots.stream()
                .sorted(Comparator.comparing(MarketSnapshot::asOf))
                .toList();
        for (int i = 1; i < sorted.size(); i++) {
            for (String id : STEADY) {
                Indicator before = sorted.get(i - 1).indicators().get(id);
                Indicator after = sorted.get(i).indicators().get(id);
                if (before != null && after != null && isJump(before.value(), after.value())) {
                    String day = sorted.get(i).asOf().toString();
                    Object[] arguments = {
                        id, before.value(), after.value(), sorted.get(i - 1).asOf()
                    };
                    problems.warning(Code.IMPLAUSIBLE_JUMP, dates.position(day), day, "", arguments);
                    return;
                }
            }
        }
    }

    private static boolean isJump(double before, double after) {
        return after > LARGEST_JUMP * before || before > LARGEST_JUMP * after;
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
        asOf.ifPresent(date -> futureDates.check(date, map.position("asOf"), date.toString()));
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
        OptionalDouble read = map.required("value").map(YamlValue::number).orElse(OptionalDouble.empty());
        double number = read.orElse(0);
        if (read.isPresent()
                && (number < question.get().min() || number > question.get().max())) {
            problems.error(
                    Code.OUT_OF_RANGE,
                    map.position("value"),
                    id,
                    "",
                    number,
                    question.get().min(),
                    question.get().max());
        }
        Text source = map.source();
        futureDates.checkSource(source, map.position("source"), id);
        return Optional.of(new Indicator(number, source));
    }
}
