package org.hashwise.rulebook.mutation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hashwise.advice.CheckFigure;
import org.hashwise.advice.Situation;
import org.hashwise.economics.JurisdictionGrade;
import org.hashwise.economics.Metric;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Distribution;
import org.hashwise.questionnaire.NumberNotation;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.questionnaire.Typical;
import org.hashwise.rulebook.language.Consequence;
import org.hashwise.rulebook.language.FactSchema;
import org.hashwise.rulebook.language.Rule;

/** The questions that influence what a rule reads, with the candidate answers. */
final class InputCandidates {

    private static final int STEPS_PER_DECADE = 2;
    private static final double[] SHARES = {10, 19, 20, 21, 48, 50, 51, 85, 89, 90, 91};

    private final Questionnaire questionnaire;
    private final FactSchema schema;
    private final List<String> codes;

    /** @param grading rows of the regulation table, whose places are tried */
    InputCandidates(Questionnaire questionnaire, List<Rule> grading) {
        this.questionnaire = questionnaire;
        this.schema = new FactSchema(questionnaire);
        this.codes = grading.stream()
                .map(row -> row.id().substring(row.id().indexOf('-') + 1))
                .toList();
    }

    /** The questions on which the conditions of a rule rest for a company. */
    Set<String> of(Rule rule, Situation situation) {
        Set<String> ids = new LinkedHashSet<>();
        schema.reads(rule).forEach(id -> {
            Optional<Metric> metric = Metric.ofId(id);
            if (metric.isPresent()) {
                ids.addAll(situation.basisOf(metric.get()));
                computed().forEach(ids::add);
            } else if (CheckFigure.ofId(id).isEmpty()) {
                ids.add(id);
            }
        });
        rule.consequences()
                .forEach(consequence -> consequence.arguments().stream()
                        .map(Consequence.Argument::text)
                        .filter(id -> questionnaire.position(id) >= 0)
                        .forEach(ids::add));
        return ids;
    }

    /** Questions whose answers win over a computation. */
    private List<String> computed() {
        return questionnaire.questions().stream()
                .filter(question -> question.typical() instanceof Typical.Computed)
                .map(Question::id)
                .toList();
    }

    Question question(String id) {
        return questionnaire.question(id).orElseThrow();
    }

    /** Answers spread over everything that a question accepts, plain ones first. */
    List<Answer> answers(String id, Situation situation) {
        Question question = question(id);
        return switch (question.kind()) {
            case CHOICE ->
                question.choices().stream()
                        .<Answer>map(choice -> new Answer.Choice(choice.value()))
                        .toList();
            case YESNO -> List.of(new Answer.YesNo(true), new Answer.YesNo(false));
            case SHARES -> shares(situation);
            case NUMBER, PERCENT, MONEY ->
                numbers(question).stream().<Answer>map(Answer.Number::new).toList();
        };
    }

    /** Numbers over the whole range of a question, in ascending order. */
    SortedSet<Double> numbers(Question question) {
        SortedSet<Double> numbers = new TreeSet<>();
        numbers.add(question.min());
        numbers.add(question.max());
        numbers.add(0.0);
        if (question.spread() instanceof Distribution.Range range) {
            numbers.add(range.low());
            numbers.add(range.likely());
            numbers.add(range.high());
        }
        double largest = Math.max(Math.abs(question.min()), Math.abs(question.max()));
        for (int decade = 0; decade < 10; decade++) {
            for (int step = 0; step < STEPS_PER_DECADE; step++) {
                double size = largest / Math.pow(10, decade) / (step == 0 ? 1 : 3);
                numbers.add(NumberNotation.rounded(size, 2));
                numbers.add(NumberNotation.rounded(-size, 2));
            }
        }
        numbers.removeIf(number -> number < question.min() || number > question.max());
        return numbers;
    }

    /** One place alone, and each place in differing parts beside one where nothing is in the way. */
    private List<Answer> shares(Situation situation) {
        String open = codes.stream()
                .filter(code -> isOpen(code, situation))
                .findFirst()
                .orElse(codes.get(0));
        List<Answer> answers = new ArrayList<>();
        for (String code : codes) {
            answers.add(shares(code, 100, open));
        }
        for (String code : codes) {
            for (double share : SHARES) {
                answers.add(shares(code, share, open));
            }
        }
        return answers;
    }

    private static boolean isOpen(String code, Situation situation) {
        return situation
                .jurisdictions()
                .grade(code)
                .filter(grade -> grade.mining() == JurisdictionGrade.Grade.LOW)
                .isPresent();
    }

    private static Answer shares(String code, double share, String other) {
        TreeMap<String, Double> percent = new TreeMap<>();
        percent.merge(code, share, Double::sum);
        if (share < 100) {
            percent.merge(other, 100 - share, Double::sum);
        }
        return new Answer.Shares(percent);
    }
}
