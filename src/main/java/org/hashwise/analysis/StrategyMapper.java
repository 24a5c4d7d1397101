package org.hashwise.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hashwise.advice.Adviser;
import org.hashwise.advice.AnswerVariation;
import org.hashwise.advice.Situation;
import org.hashwise.advice.VerdictEvaluator;
import org.hashwise.questionnaire.Answer;

/** Computation of the {@link StrategyMap} of two numeric questions. */
public final class StrategyMapper {

    private final Adviser adviser;

    public StrategyMapper(Adviser adviser) {
        this.adviser = adviser;
    }

    /** @param x its question is another one than that of y */
    public StrategyMap map(Situation situation, Axis x, Axis y) {
        DecisionRegions regions =
                new DecisionRegions(adviser, situation.questionnaire().questions());
        int across = situation.questionnaire().position(x.id());
        int up = situation.questionnaire().position(y.id());
        List<Integer> steps = IntStream.range(0, y.steps()).boxed().toList();
        List<List<StrategyMap.Cell>> rows = Workers.map(steps, step -> {
            VerdictEvaluator evaluator = adviser.evaluator();
            Situation base = situation.with(up, new Answer.Number(y.at(step)));
            AnswerVariation variation = base.variation(across);
            List<StrategyMap.Cell> row = new ArrayList<>(x.steps());
            for (int column = 0; column < x.steps(); column++) {
                row.add(cell(variation.with(new Answer.Number(x.at(column))), evaluator, regions));
            }
            return row;
        });
        return new StrategyMap(x, y, rows);
    }

    private static StrategyMap.Cell cell(Situation situation, VerdictEvaluator evaluator, DecisionRegions regions) {
        if (!evaluator.isFast()) {
            return StrategyMap.Cell.of(regions.verdict(situation));
        }
        Cancellation.check();
        evaluator.evaluate(situation);
        return new StrategyMap.Cell(evaluator.strategy(), evaluator.margin());
    }
}
