package org.hashwise.consultation;

import java.time.Clock;
import java.util.Optional;
import org.hashwise.assessment.StoreConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** A real store below a slice of the program, with receipts of what the consultation advises. */
@TestConfiguration(proxyBeanMethods = false)
@Import({
    StoreConfiguration.class,
    AssessmentService.class,
    AssessmentImport.class,
    SmallRulesSlice.class,
    RecordedEvaluations.class
})
public class AssessmentSlice {

    /** The user that a test sets. */
    public static final class SomeCaller {
        private String name = "";

        public void is(String account) {
            name = account;
        }

        private Optional<String> name() {
            return name.isEmpty() ? Optional.empty() : Optional.of(name);
        }
    }

    @Bean
    SomeCaller someCaller() {
        return new SomeCaller();
    }

    @Bean
    Caller caller(SomeCaller somebody) {
        return new Caller(somebody::name, () -> false);
    }

    @Bean
    Clock keepingClock() {
        return Clock.systemUTC();
    }
}
