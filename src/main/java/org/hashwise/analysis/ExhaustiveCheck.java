package org.hashwise.analysis;

import java.util.ArrayList;
import java.util.List;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Distribution;
import org.hashwise.questionnaire.Kind;
import org.hashwise.questionnaire.Question;
import org.jspecify.annotations.Nullable;

/**
 * Exhaustive check of all open answers, where they are few enough to enumerate: words are taken in all combinations,
 * and one number is swept cell by cell. With two open numbers or too many combinations nothing is proven.
 */
final class ExhaustiveCheck {

    private static final int MOST_COMBINATIONS = 256;

    private final PartialAnswers known;
    private final DecisionRegions regions;
    private final List<Question> questions;

    ExhaustiveCheck(PartialAnswers known, DecisionRegions regions) {
        this.known = known;
        this.regions = regions;
        this.questions = known.situation().questionnaire().questions();
    }

    /** Returns whether every completion within the declared spreads leads to this strategy. */
    boolean of(Strategy strategy, List<Integer> open) {
        List<Integer> words = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        long combinations = 1;
        for (int position : open) {
            if (questions.get(position).kind().isNumeric()) {
                numbers.add(position);
            } else {
                words.add(position);
                combinations = Math.min(
                        MOST_COMBINATIONS + 1L, combinations * options(position).size());
            }
        }
        return numbers.size() <= 1
                && combinations <= MOST_COMBINATIONS
                && allLeadTo(strategy, known.situation(), words, numbers.isEmpty() ? null : numbers.get(0));
    }

    private boolean allLeadTo(Strategy strategy, Situation situation, List<Integer> words, @Nullable Integer number) {
        if (words.isEmpty()) {
            return number == null
                    ? regions.verdict(situation).strategy() == strategy
                    : numberLeadsTo(strategy, situation, number);
        }
        int position = words.get(0);
        List<Integer> others = words.subList(1, words.size());
        return options(position).stream()
                .allMatch(option -> allLeadTo(strategy, situation.with(position, option), others, number));
    }

    private boolean numberLeadsTo(Strategy strategy, Situation situation, int position) {
        Distribution.Range range = range(situation, position);
        return BreakpointScan.of(regions, situation, position).stream()
                .filter(cell -> cell.to() >= range.low() && cell.from() <= range.high())
                .allMatch(cell -> cell.verdict().strategy() == strategy);
    }

    private Distribution.Range range(Situation situation, int position) {
        Question question = questions.get(position);
        Distribution.Range rough = known.rough().get(question.id());
        if (rough != null) {
            return rough;
        }
        if (question.spread() instanceof Distribution.Range range) {
            return range;
        }
        if (question.spread() instanceof Distribution.Factor factor) {
            double typical = situation.numberAt(position);
            return new Distribution.Range(typical * factor.low(), typical * factor.likely(), typical * factor.high());
        }
        return new Distribution.Range(question.min(), question.min(), question.max());
    }

    /** The answers that a sample may hold. */
    private List<Answer> options(int position) {
        Question question = questions.get(position);
        if (question.spread() instanceof Distribution.Examples examples) {
            return examples.answers();
        }
        if (question.kind() == Kind.YESNO) {
            return List.of(new Answer.YesNo(true), new Answer.YesNo(false));
        }
        List<Answer> options = new ArrayList<>();
        question.choices().forEach(choice -> options.add(new Answer.Choice(choice.value())));
        return options;
    }
}
