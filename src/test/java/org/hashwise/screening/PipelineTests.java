package org.hashwise.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hashwise.screening.ScreeningFiles.lines;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.hashwise.analysis.AnalysisCancelled;
import org.hashwise.analysis.Cancellation;
import org.junit.jupiter.api.Test;

/** Work on rows in parallel. */
class PipelineTests {

    @Test
    void aPipelineThatFailsReturnsOnlyWhenNoRowIsWorkedOn() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();

        assertThatThrownBy(() -> Pipeline.run(
                        lines("{}\n{}\n"), row -> row.line() == 1 ? "first" : untilCancelled(begun, ended), result -> {
                            await(begun);
                            throw new IOException("full");
                        }))
                .hasMessage("full");

        assertThat(ended).isTrue();
    }

    @Test
    void resultsComeInTheOrderOfTheRows() throws Exception {
        List<Long> order = new ArrayList<>();

        Pipeline.run(
                lines("{}\n".repeat(2_000)),
                row -> {
                    if (row.line() % 97 == 0) {
                        Thread.yield();
                    }
                    return row.line();
                },
                order::add);

        assertThat(order)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 2_000).boxed().toList());
    }

    @Test
    void aResultDoesNotWaitForTheRowsBehindIt() throws Exception {
        CountDownLatch taken = new CountDownLatch(1);

        Pipeline.run(
                lines("{}\n".repeat(40)),
                row -> {
                    if (row.line() > 1) {
                        await(taken);
                    }
                    return row.line();
                },
                result -> taken.countDown());

        assertThat(taken.getCount()).isZero();
    }

    @Test
    void aRowThatFailsIsTheFailureOfThePipeline() {
        List<Long> taken = new ArrayList<>();

        assertThatThrownBy(() -> Pipeline.run(
                        lines("{}\n".repeat(100)),
                        row -> {
                            if (row.line() == 50) {
                                throw new IllegalStateException("row");
                            }
                            return row.line();
                        },
                        taken::add))
                .hasMessage("row");

        assertThat(taken).hasSize(49);
        assertThat(Pipeline.running()).isZero();
    }

    private static String untilCancelled(CountDownLatch begun, AtomicBoolean ended) {
        begun.countDown();
        try {
            while (true) {
                pause();
                Cancellation.check();
            }
        } catch (AnalysisCancelled cancelled) {
            pause();
            ended.set(true);
            throw cancelled;
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }
}
