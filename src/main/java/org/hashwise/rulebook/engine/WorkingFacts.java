package org.hashwise.rulebook.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hashwise.advice.Situation;
import org.hashwise.rulebook.language.FactSchema;

/** The facts that conditions are matched against. */
public final class WorkingFacts {

    /** Placeholder for the facts about the company, of which there is one each; empty where there is no company. */
    private final List<Object> company;

    private final Map<String, List<Object>> factsByType = new HashMap<>();

    private WorkingFacts(List<Object> company) {
        this.company = company;
    }

    /** The company alone. */
    public static WorkingFacts of(Situation situation) {
        return new WorkingFacts(List.of(situation));
    }

    /** A place alone, which the rows of the regulation table match. */
    public static WorkingFacts ofPlace(String code) {
        WorkingFacts facts = new WorkingFacts(List.of());
        facts.add(FactSchema.JURISDICTION, new Jurisdiction(code));
        return facts;
    }

    /** The company; empty where there is none. */
    Optional<Situation> company() {
        return company.isEmpty() ? Optional.empty() : Optional.of((Situation) company.get(0));
    }

    List<Object> of(String type) {
        return FactSchema.isCompany(type) ? company : factsByType.getOrDefault(type, List.of());
    }

    /** The number of facts of some kinds. Facts are only ever added, so the same number means the same facts. */
    int count(Set<String> types) {
        int count = 0;
        for (String type : types) {
            count += of(type).size();
        }
        return count;
    }

    void add(String type, Object fact) {
        factsByType.computeIfAbsent(type, missing -> new ArrayList<>()).add(fact);
    }
}
