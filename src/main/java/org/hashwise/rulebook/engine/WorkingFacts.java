package org.hashwise.rulebook.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.hashwise.advice.Situation;
import org.hashwise.rulebook.language.FactSchema;

/** The facts that a {@link RuleInterpreter} matches: a field gives a {@link Double}, a {@link String} or a {@link Boolean}. */
final class WorkingFacts {

    private final Map<String, List<Function<String, Object>>> factsByType = new HashMap<>();

    /** With nothing in them. */
    WorkingFacts() {}

    /** With the company itself: one fact of each kind. */
    WorkingFacts(CompanyFields fields, Situation situation) {
        fields.types().forEach(type -> add(type, fields.of(type, situation)));
    }

    List<Function<String, Object>> of(String type) {
        return factsByType.getOrDefault(type, List.of());
    }

    /** How many facts of some kinds there are. Facts are only ever added, so the same number means the same facts. */
    int count(Set<String> types) {
        int count = 0;
        for (String type : types) {
            count += of(type).size();
        }
        return count;
    }

    private void add(String type, Function<String, Object> fact) {
        factsByType.computeIfAbsent(type, missing -> new ArrayList<>()).add(fact);
    }

    void add(EvidenceFact it) {
        add("Evidence", field -> switch (field) {
            case "strategy" -> it.getStrategy();
            case "strength" -> (double) it.getStrength();
            default -> (double) it.getPoints();
        });
    }

    void add(GateFact it) {
        add("Gate", field -> it.getBlocks());
    }

    void add(CandidateStrategy it) {
        add("Candidate", field -> it.getStrategy());
    }

    void add(Ballot it) {
        add("Ballot", field -> it);
    }

    void add(StandingFact it) {
        add("Standing", field -> switch (field) {
            case "strategy" -> it.getStrategy();
            case "score" -> it.getScore();
            case "viable" -> it.isViable();
            default -> (double) it.getOrder();
        });
    }

    void add(RecommendedFact it) {
        add("Recommended", field -> it.getStrategy());
    }

    void add(Jurisdiction it) {
        add(FactSchema.JURISDICTION, field -> it.getCode());
    }
}
