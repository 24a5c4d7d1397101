package org.hashwise.comparison;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Verdict;
import org.hashwise.advice.VerdictEvaluator;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Question;
import org.hashwise.rulebook.Rulebook;
import org.hashwise.rulebook.model.RulebookProblem;

/**
 * One of the two rulebooks.
 *
 * @param folder as it was named
 */
public record ComparedRulebook(String folder, Rulebook rules) {

    /** Ids of the rules that the other side does not have. */
    Set<String> rulesBeyond(ComparedRulebook other) {
        Set<String> own = new TreeSet<>(rules.titles(Language.EN).keySet());
        own.removeAll(other.rules.titles(Language.EN).keySet());
        return own;
    }

    /** A company as this rulebook sees it: answers that its questions do not take are left out, and assumed. */
    Situation situation(Answers answers, LocalDate day) {
        Map<String, Answer> taken = new TreeMap<>();
        answers.byId().forEach((id, answer) -> {
            if (rules.questionnaire()
                    .question(id)
                    .filter(question -> takes(question, answer))
                    .isPresent()) {
                taken.put(id, answer);
            }
        });
        return rules.situation(Answers.of(taken), day).orElseThrow();
    }

    /** The verdict in bulk on a company. */
    Verdict verdict(Situation situation) {
        VerdictEvaluator evaluator = rules.evaluator();
        evaluator.evaluate(situation);
        return evaluator.verdict();
    }

    private static boolean takes(Question question, Answer answer) {
        return switch (question.kind()) {
            case YESNO -> answer instanceof Answer.YesNo;
            case CHOICE ->
                answer instanceof Answer.Choice choice
                        && question.choice(choice.value()).isPresent();
            case SHARES -> answer instanceof Answer.Shares;
            default ->
                answer instanceof Answer.Number number
                        && number.value() >= question.min()
                        && number.value() <= question.max();
        };
    }

    /** Cases beside the rules that the rules no longer meet. */
    public List<RulebookProblem> failingCases() {
        return rules.problems().stream().filter(RulebookProblem::isError).toList();
    }

    LocalDate newestMarket() {
        return rules.markets().newest().orElseThrow().asOf();
    }
}
