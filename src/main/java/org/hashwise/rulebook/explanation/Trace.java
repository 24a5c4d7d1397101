package org.hashwise.rulebook.explanation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.hashwise.advice.Situation;
import org.hashwise.economics.Metric;
import org.hashwise.questionnaire.Answer;
import org.hashwise.rulebook.language.Rule;

/** The values that rules read, and which of them are assumptions. */
final class Trace {

    private final Situation situation;
    private final Function<Rule, Set<String>> idsRead;
    private final Set<String> assumed;

    /** The assumed ones among the questions that a metric rests on. */
    private final Map<Metric, List<String>> assumedBases = new EnumMap<>(Metric.class);

    /** @param idsRead the ids of the questions and metrics that a rule mentions */
    Trace(Situation situation, Function<Rule, Set<String>> idsRead) {
        this.situation = situation;
        this.idsRead = idsRead;
        this.assumed = new HashSet<>(situation.assumed());
    }

    /**
     * @param values by question or metric id
     * @param assumed ids of questions that were not answered
     */
    record Reads(Map<String, Object> values, List<String> assumed) {}

    Reads of(Rule rule) {
        Map<String, Object> values = new LinkedHashMap<>();
        SortedSet<String> guessed = new TreeSet<>();
        for (String id : idsRead.apply(rule)) {
            Optional<Metric> metric = Metric.ofId(id);
            if (metric.isPresent()) {
                values.put(id, situation.metric(metric.get()));
                guessed.addAll(assumedBases.computeIfAbsent(metric.get(), this::assumedBasis));
            } else {
                Answer value = situation.valueAt(situation.questionnaire().position(id));
                if (value != null) {
                    values.put(id, value.toPlain());
                }
                if (assumed.contains(id)) {
                    guessed.add(id);
                }
            }
        }
        return new Reads(Collections.unmodifiableMap(values), new ArrayList<>(guessed));
    }

    private List<String> assumedBasis(Metric metric) {
        return situation.basisOf(metric).stream().filter(assumed::contains).toList();
    }
}
