package org.hashwise.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hashwise.screening.ScreeningFiles.lines;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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
