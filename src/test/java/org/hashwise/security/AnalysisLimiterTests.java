package org.hashwise.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hashwise.analysis.AnalysisCancelled;
import org.hashwise.analysis.Cancellation;
import org.hashwise.consultation.AnalysisLimiter.AnalysisRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class AnalysisLimiterTests {

    private static final AccessPolicy POLICY = new AccessPolicy(null, true, Set.of(), false, List.of());

    @BeforeEach
    void aRequest() {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
    }

    @AfterEach
    void noRequest() {
        RequestContextHolder.resetRequestAttributes();
    }

    private static CallerAnalysisLimiter limiter(Bulkhead bulkhead, Duration deadline) {
        return new CallerAnalysisLimiter(bulkhead, limits(deadline), new AnalysisCaller(POLICY));
    }

    private static RequestLimits limits(Duration deadline) {
        return new Binder(new MapConfigurationPropertySource(
                        Map.of("limits.analysis-deadline", deadline.toMillis() + "ms")))
                .bindOrCreate("limits", RequestLimits.class);
    }

    @Test
    void aCallerWithoutAFreePlaceIsRefusedAndAPlaceIsFreeAgainAfterwards() {
        Bulkhead bulkhead = new Bulkhead(1, 1, 0, Duration.ofSeconds(1));
        CallerAnalysisLimiter limiter = limiter(bulkhead, Duration.ofSeconds(30));

        assertThatThrownBy(() -> limiter.run(() -> limiter.run(() -> "within another")))
                .isInstanceOf(AnalysisRefused.class);
        assertThat(limiter.<String>run(() -> "alone")).isEqualTo("alone");
        assertThat(bulkhead.isIdle()).isTrue();
    }

    @Test
    void anAnalysisThatTakesTooLongIsCancelled() {
        CallerAnalysisLimiter limiter = limiter(new Bulkhead(1, 1, 0, Duration.ofSeconds(1)), Duration.ofMillis(1));

        assertThatThrownBy(() -> limiter.run(() -> {
                    while (true) {
                        Cancellation.check();
                    }
                }))
                .isInstanceOf(AnalysisCancelled.class);
    }
}
