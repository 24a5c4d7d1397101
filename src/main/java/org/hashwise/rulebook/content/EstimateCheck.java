package org.hashwise.rulebook.content;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hashwise.economics.Estimates;
import org.hashwise.questionnaire.Distribution;
import org.hashwise.questionnaire.Kind;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.questionnaire.Typical;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.files.Suggestion;
import org.hashwise.rulebook.model.Messages;
import org.hashwise.rulebook.model.RulebookProblem.Code;

/**
 * Check of what typical values and spreads take from other questions: arguments that fit, ids that exist, no circles.
 */
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
            boolean estimated = question.typical() instanceof Typical.Estimated estimate && fits(question, estimate);
            boolean conditional =
                    question.spread() instanceof Distribution.Conditional spread && fits(question, spread);
            if (estimated || conditional) {
                visit(question.id());
            }
        }
    }

    private boolean fits(Question question, Distribution.Conditional spread) {
        Question other = questionnaire.question(spread.on()).orElse(null);
        if (other == null && problems.lacksFilesOf("questions")) {
            return false;
        }
        if (other == null || other.kind() == Kind.SHARES) {
            List<String> words = questionnaire.questions().stream()
                    .filter(each -> each.kind() != Kind.SHARES)
                    .map(Question::id)
                    .toList();
            problems.error(
                    Code.UNKNOWN_QUESTION,
                    ids.position(question.id()),
                    question.id(),
                    Suggestion.near(spread.on(), words),
                    spread.on());
            return false;
        }
        List<String> answers = switch (other.kind()) {
            case YESNO -> List.of("yes", "no");
            case CHOICE -> other.choiceValues();
            default -> List.of(Distribution.Conditional.ZERO, Distribution.Conditional.MORE);
        };
        Set<String> weighted = spread.byAnswer().keySet();
        if (!weighted.equals(Set.copyOf(answers))) {
            problems.error(
                    Code.SPREAD_INVALID,
                    ids.position(question.id()),
                    question.id(),
                    "",
                    Messages.of("spread.answers", other.id(), String.join(", ", answers)));
        }
        return true;
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
                    Messages.of(key, mismatch.argument()));
        }
        List<String> known =
                questionnaire.questions().stream().map(Question::id).toList();
        boolean exist = !problems.lacksFilesOf("questions");
        for (String id : Estimates.reads(estimate)) {
            if (questionnaire.question(id).isEmpty() && !problems.lacksFilesOf("questions")) {
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
                estimate, id -> questionnaire.question(id).orElseThrow().choiceValues());
        uncovered.forEach(entry -> problems.error(
                Code.ESTIMATE_ARGUMENT,
                ids.position(question.id()),
                question.id(),
                "",
                estimate.formula(),
                Messages.of("estimate.entry", entry)));
        return uncovered.isEmpty() && givesAnAnswer(question, estimate);
    }

    private boolean givesAnAnswer(Question question, Typical.Estimated estimate) {
        List<String> given = Estimates.gives(estimate);
        List<String> known = question.choiceValues();
        if (given.isEmpty() && !question.kind().isNumeric()) {
            problems.error(
                    Code.UNKNOWN_CHOICE,
                    ids.position(question.id()),
                    question.id(),
                    "",
                    estimate.formula(),
                    question.id());
            return false;
        }
        List<String> wrong =
                given.stream().filter(word -> !known.contains(word)).toList();
        wrong.forEach(word -> problems.error(
                Code.UNKNOWN_CHOICE,
                ids.position(question.id()),
                question.id(),
                Suggestion.near(word, known),
                word,
                question.id()));
        return wrong.isEmpty();
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
        questionnaire.question(id).map(EstimateCheck::reads).orElse(Set.of()).stream()
                .filter(read -> questionnaire.question(read).isPresent())
                .forEach(this::visit);
        finished.put(id, true);
    }

    private static Set<String> reads(Question question) {
        Set<String> reads = new TreeSet<>();
        if (question.typical() instanceof Typical.Estimated estimate) {
            reads.addAll(Estimates.reads(estimate));
        }
        if (question.spread() instanceof Distribution.Conditional conditional) {
            reads.add(conditional.on());
        }
        return reads;
    }
}
