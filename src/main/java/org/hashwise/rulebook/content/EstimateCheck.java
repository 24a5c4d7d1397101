package org.hashwise.rulebook.content;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hashwise.economics.Estimates;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.questionnaire.Typical;
import org.hashwise.rulebook.RulebookProblem.Code;
import org.hashwise.rulebook.Sentences;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.files.Suggestion;

/** Checks the typical values that are estimates: arguments that fit, ids that exist, no circles. */
final class EstimateCheck {

    private final Questionnaire questionnaire;
    private final Registry ids;
    private final Problems problems;
    private final Map<String, Boolean> finished = new HashMap<>();

    EstimateCheck(Questionnaire questionnaire, Registry ids, Problems problems) {
        this.questionnaire = questionnaire;
        this.ids = ids;
        this.problems = problems;
    }

    void check() {
        for (Question question : questionnaire.questions()) {
            if (question.typical() instanceof Typical.Estimated estimate && fits(question, estimate)) {
                visit(question.id());
            }
        }
    }

    private boolean fits(Question question, Typical.Estimated estimate) {
        List<Estimates.Mismatch> mismatches = Estimates.mismatches(estimate);
        for (Estimates.Mismatch mismatch : mismatches) {
            String key = mismatch.missing() ? "estimate.missing" : "estimate.unknown";
            problems.error(
                    Code.ESTIMATE_ARGUMENT,
                    ids.position(question.id()),
                    question.id(),
                    "",
                    estimate.formula(),
                    Sentences.of(key, mismatch.argument()));
        }
        List<String> known =
                questionnaire.questions().stream().map(Question::id).toList();
        boolean exist = true;
        for (String id : Estimates.reads(estimate)) {
            if (questionnaire.question(id).isEmpty()) {
                problems.error(
                        Code.UNKNOWN_QUESTION,
                        ids.position(question.id()),
                        question.id(),
                        Suggestion.near(id, known),
                        id);
                exist = false;
            }
        }
        if (!mismatches.isEmpty() || !exist) {
            return false;
        }
        List<String> uncovered = Estimates.uncovered(
                estimate,
                id -> questionnaire.question(id).orElseThrow().choices().stream()
                        .map(Question.Choice::value)
                        .toList());
        uncovered.forEach(entry -> problems.error(
                Code.ESTIMATE_ARGUMENT,
                ids.position(question.id()),
                question.id(),
                "",
                estimate.formula(),
                Sentences.of("estimate.entry", entry)));
        return uncovered.isEmpty();
    }

    private void visit(String id) {
        Boolean done = finished.putIfAbsent(id, false);
        if (done != null) {
            if (!done) {
                problems.error(Code.CIRCULAR_ESTIMATE, ids.position(id), id, "", id);
                finished.put(id, true);
            }
            return;
        }
        questionnaire.question(id).map(Question::typical).ifPresent(typical -> {
            if (typical instanceof Typical.Estimated estimate) {
                Set<String> reads = Estimates.reads(estimate);
                reads.stream()
                        .filter(read -> questionnaire.question(read).isPresent())
                        .forEach(this::visit);
            }
        });
        finished.put(id, true);
    }
}
