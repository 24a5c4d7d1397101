package org.hashwise.rulebook.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hashwise.advice.Situation;
import org.hashwise.economics.Metric;
import org.hashwise.questionnaire.Answer;
import org.hashwise.rulebook.language.Vocabulary;

/** The facts that a {@link DryRun} matches: a field gives a {@link Double}, a {@link String} or a {@link Boolean}. */
final class WorkingFacts {

    private final Vocabulary vocabulary;
    private final Map<String, List<Function<String, Object>>> factsByType = new HashMap<>();

    WorkingFacts(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** With the company itself: one fact of each kind. */
    WorkingFacts(Vocabulary vocabulary, Situation situation) {
        this(vocabulary);
        for (String type : vocabulary.facts()) {
            boolean company = !Vocabulary.DECISION_FACTS.contains(type) && !type.equals(Vocabulary.JURISDICTION);
            if (company) {
                add(type, field -> value(type, field, situation));
            }
        }
    }

    List<Function<String, Object>> of(String type) {
        return factsByType.getOrDefault(type, List.of());
    }

    private void add(String type, Function<String, Object> fact) {
        factsByType.computeIfAbsent(type, missing -> new ArrayList<>()).add(fact);
    }

    private Object value(String type, String field, Situation situation) {
        String id = vocabulary.field(type, field).orElseThrow().id();
        Metric metric = Metric.ofId(id).orElse(null);
        if (metric != null) {
            return situation.metric(metric);
        }
        Answer answer = situation.valueAt(situation.questionnaire().position(id));
        if (answer instanceof Answer.Number number) {
            return number.value();
        } else if (answer instanceof Answer.YesNo yesNo) {
            return yesNo.value();
        } else if (answer instanceof Answer.Choice choice) {
            return choice.value();
        }
        throw new IllegalArgumentException(id);
    }

    void add(Evidence it) {
        add("Evidence", field -> switch (field) {
            case "strategy" -> it.getStrategy();
            case "strength" -> (double) it.getStrength();
            default -> (double) it.getPoints();
        });
    }

    void add(Gate it) {
        add("Gate", field -> it.getBlocks());
    }

    void add(Candidate it) {
        add("Candidate", field -> it.getStrategy());
    }

    void add(Ballot it) {
        add("Ballot", field -> it);
    }

    void add(Standing it) {
        add("Standing", field -> switch (field) {
            case "strategy" -> it.getStrategy();
            case "score" -> it.getScore();
            case "viable" -> it.isViable();
            default -> (double) it.getOrder();
        });
    }

    void add(Recommended it) {
        add("Recommended", field -> it.getStrategy());
    }

    void add(Jurisdiction it) {
        add(Vocabulary.JURISDICTION, field -> it.getCode());
    }
}
