package org.hashwise.bench;

import java.util.concurrent.TimeUnit;
import org.hashwise.advice.Advice;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.advice.Verdict;
import org.hashwise.advice.VerdictEvaluator;
import org.hashwise.questionnaire.Language;
import org.hashwise.rulebook.Rulebook;
import org.hashwise.rulebook.ShippedRules;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** All shipped rules, on situations that are complete: their economics are computed. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class VerdictBench {

    private final Rulebook rulebook = ShippedRules.rulebook();
    private final VerdictEvaluator bulk = Contenders.bulk();
    private final PlainRules plain = Contenders.plain();
    private final Contenders.Round round = new Contenders.Round();

    @Benchmark
    public Verdict engine() {
        return rulebook.verdict(round.company());
    }

    /** By the bytecode that analyses ask. */
    @Benchmark
    public Strategy bulk() {
        bulk.evaluate(round.company());
        return bulk.strategy();
    }

    @Benchmark
    public Verdict plain() {
        return plain.evaluate(round.company()).verdict();
    }

    @Benchmark
    public Advice advice() {
        return rulebook.advise(round.company(), Language.EN);
    }

    /** The preparation of every verdict: completing the answers and computing the economics. */
    @Benchmark
    public Situation situation() {
        Situation company = round.company();
        return Situation.of(
                company.questionnaire(),
                company.answers(),
                company.market(),
                company.jurisdictions(),
                company.asOf());
    }
}
