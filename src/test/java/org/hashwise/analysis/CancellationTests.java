package org.hashwise.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hashwise.analysis.SampleCompanies.RULEBOOK;
import static org.hashwise.analysis.SampleCompanies.SETTINGS;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hashwise.advice.Adviser;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.analysis.AnalysisCancelled.Reason;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Analyses whose result is no longer wanted. */
class CancellationTests {

    private static final int ENOUGH = 40;
    private static final int MANY = 200_000;
    private static final Situation COMPANY = SampleCompanies.unknown();

    private final AtomicInteger verdicts = new AtomicInteger();

    static Stream<Named<Consumer<Adviser>>> analyses() {
        Axis price = new Axis("power.priceUsdPerKwh", 0.01, 0.1, 500);
        Axis size = new Axis("power.largestSiteMw", 1, 500, 500);
        return Stream.of(
                Named.of(
                        "interview",
                        adviser ->
                                new Interviewer(adviser, SETTINGS).interview(PartialAnswers.certain(COMPANY), MANY, 1)),
                Named.of("flips", adviser -> new FlipFinder(adviser).flips(COMPANY)),
                Named.of(
                        "smallest change",
                        adviser -> new CounterfactualFinder(adviser, SETTINGS)
                                .smallest(COMPANY, Strategy.RESTRUCTURE, Set.of())),
                Named.of("map", adviser -> new StrategyMapper(adviser).map(COMPANY, price, size)));
    }

    @ParameterizedTest
    @MethodSource("analyses")
    void anAnalysisEndsSoonAfterItIsCancelled(Consumer<Adviser> analysis) throws InterruptedException {
        Adviser adviser = counting();
        Runnable cancelled = () -> {
            if (verdicts.get() >= ENOUGH) {
                throw new AnalysisCancelled(Reason.CLIENT_GONE);
            }
        };

        try (Cancellation.Scope scope = Cancellation.begin(cancelled)) {
            assertThatExceptionOfType(AnalysisCancelled.class).isThrownBy(() -> analysis.accept(adviser));
        }

        Thread.sleep(200);
        int after = verdicts.get();
        assertThat(after).isLessThan(2 * ENOUGH);
        Thread.sleep(200);
        assertThat(verdicts).as("no thread works on").hasValue(after);
    }

    private Adviser counting() {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.isDefault()) {
                return InvocationHandler.invokeDefault(proxy, method, arguments);
            }
            if (method.getName().equals("verdict")) {
                verdicts.incrementAndGet();
            }
            return method.invoke(RULEBOOK, arguments);
        };
        return (Adviser)
                Proxy.newProxyInstance(Adviser.class.getClassLoader(), new Class<?>[] {Adviser.class}, handler);
    }
}
