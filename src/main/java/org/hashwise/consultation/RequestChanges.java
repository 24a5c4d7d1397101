package org.hashwise.consultation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hashwise.analysis.Shapley;
import org.hashwise.assessment.ReceiptFields;
import org.hashwise.consultation.Attribution.ChangeType;
import org.hashwise.market.MarketSnapshot;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.questionnaire.Renames;
import org.jspecify.annotations.Nullable;

/** The changes between two receipts, in groups that change together. */
final class RequestChanges {

    /**
     * @param answers ids of the changed answers; empty for market and rules
     * @param before what it was, for one answer, the market and the rules
     */
    record ChangedInput(
            ChangeType kind,
            String id,
            Set<String> answers,
            @Nullable Object before,
            @Nullable Object after) {}

    private final ReceiptFields from;
    private final ReceiptFields to;
    private final Map<String, Object> answersFrom;
    private final Map<String, Object> answersTo;
    private final MarketSnapshot marketFrom;
    private final MarketSnapshot marketTo;
    private final Renames renames;
    private final List<ChangedInput> groups;

    /** @param today the questions in force, by whose names both are compared */
    RequestChanges(ReceiptFields from, ReceiptFields to, Questionnaire today) {
        this.from = from;
        this.to = to;
        this.renames = today.renames();
        this.answersFrom = renames.fit(from.answers(), today, new ArrayList<>());
        this.answersTo = renames.fit(to.answers(), today, new ArrayList<>());
        this.marketFrom = market(from.market(), today);
        this.marketTo = market(to.market(), today);
        this.groups = grouped();
    }

    private MarketSnapshot market(MarketSnapshot snapshot, Questionnaire today) {
        return new MarketSnapshot(snapshot.asOf(), renames.fit(snapshot.indicators(), today, new ArrayList<>()));
    }

    List<ChangedInput> groups() {
        return groups;
    }

    private List<ChangedInput> grouped() {
        List<ChangedInput> others = new ArrayList<>();
        if (!marketFrom.equals(marketTo) || !from.asOf().equals(to.asOf())) {
            others.add(new ChangedInput(
                    ChangeType.MARKET,
                    "market",
                    Set.of(),
                    from.market().asOf(),
                    to.market().asOf()));
        }
        if (!from.rulebook().equals(to.rulebook())) {
            others.add(new ChangedInput(ChangeType.RULES, "rules", Set.of(), from.rulebook(), to.rulebook()));
        }
        List<ChangedInput> answers = single();
        if (answers.size() + others.size() > Shapley.MOST) {
            answers = bySection(answers);
        }
        answers.addAll(others);
        if (answers.size() > Shapley.MOST) {
            throw new TooManyChanges(answers.size(), Shapley.MOST);
        }
        return answers;
    }

    private List<ChangedInput> single() {
        Set<String> ids = new TreeSet<>(answersFrom.keySet());
        ids.addAll(answersTo.keySet());
        List<ChangedInput> single = new ArrayList<>();
        for (String id : ids) {
            Object before = answersFrom.get(id);
            Object after = answersTo.get(id);
            if (!Objects.equals(before, after)) {
                single.add(new ChangedInput(ChangeType.ANSWER, id, Set.of(id), before, after));
            }
        }
        return single;
    }

    private static List<ChangedInput> bySection(List<ChangedInput> single) {
        Map<String, Set<String>> sections = new LinkedHashMap<>();
        single.forEach(group -> sections.computeIfAbsent(group.id().split("\\.", 2)[0], same -> new TreeSet<>())
                .add(group.id()));
        List<ChangedInput> grouped = new ArrayList<>();
        sections.forEach((section, ids) -> grouped.add(new ChangedInput(ChangeType.SECTION, section, ids, null, null)));
        return grouped;
    }

    /** Returns whether the rules of the second receipt are in a set; bit i for group i. */
    boolean hasLaterRules(int set) {
        return has(set, ChangeType.RULES) || from.rulebook().equals(to.rulebook());
    }

    private boolean has(int set, ChangeType kind) {
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).kind() == kind && (set & 1 << i) != 0) {
                return true;
            }
        }
        return false;
    }

    /** The first receipt with these changes towards the second. */
    RecordedInputs with(int set) {
        Map<String, Object> answers = new TreeMap<>(answersFrom);
        for (int i = 0; i < groups.size(); i++) {
            if ((set & 1 << i) != 0) {
                for (String id : groups.get(i).answers()) {
                    Object later = answersTo.get(id);
                    if (later == null) {
                        answers.remove(id);
                    } else {
                        answers.put(id, later);
                    }
                }
            }
        }
        boolean later = has(set, ChangeType.MARKET);
        return new RecordedInputs(answers, later ? marketTo : marketFrom, later ? to.asOf() : from.asOf(), renames);
    }
}
