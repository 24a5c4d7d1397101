package org.hashwise.bench;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.hashwise.rulebook.engine.DroolsEngine;
import org.hashwise.rulebook.engine.PolicyEffect;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The same sixty rules in four ways. What DMN takes in is made beforehand, decimal numbers and all. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SixtyBench {

    private final Contenders.Round round = new Contenders.Round();
    private final DroolsEngine drools = Contenders.drools();
    private final PlainRules plain = Contenders.plain(drools.effects());
    private final EasyRules easyRules = Contenders.easyRules();
    private final Dmn dmn = Contenders.dmn();
    private final List<Map<String, Object>> inputs =
            round.companies().stream().map(dmn::input).toList();

    @Benchmark
    public List<PolicyEffect> engine() {
        return drools.evaluate(round.company()).effects();
    }

    @Benchmark
    public BitSet plain() {
        return plain.evaluate(round.company()).fired;
    }

    @Benchmark
    public BitSet dmn() {
        return dmn.evaluate(inputs.get(round.next()));
    }

    @Benchmark
    public BitSet easyRules() {
        return easyRules.evaluate(round.company());
    }
}
