package org.hashwise.consultation;

import java.time.Clock;
import java.util.Optional;
import org.hashwise.assessment.Caller;
import org.hashwise.assessment.StoreConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** A real store below a slice of the program, with receipts of what the consultation advises. */
@TestConfiguration(proxyBeanMethods = false)
@Import({
    StoreConfiguration.class,
    AssessmentService.class,
    AssessmentImport.class,
    SmallRulesSlice.class,
    PlainEvaluations.class
})
public class AssessmentSlice {

    /** The user that a test sets. */
    public static final class SomeCaller implements Caller {
        private String name = "";

        public void is(String account) {
            name = account;
        }

        @Override
        public Optional<String> name() {
            return name.isEmpty() ? Optional.empty() : Optional.of(name);
        }
    }

    @Bean
    @Primary // where the one that says nobody was there first
    SomeCaller someCaller() {
        return new SomeCaller();
    }

    @Bean
    Clock keepingClock() {
        return Clock.systemUTC();
    }
}
