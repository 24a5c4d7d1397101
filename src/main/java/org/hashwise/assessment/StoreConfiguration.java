package org.hashwise.assessment;

import java.time.Clock;
import java.time.Period;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Spring configuration of the store and its repositories. */
@Configuration(proxyBeanMethods = false)
public class StoreConfiguration {

    @Bean
    Store store(Environment environment) {
        return new Store(StoreSettings.of(environment));
    }

    @Bean
    Assessments assessments(Store store, Clock clock) {
        return new Assessments(store, clock);
    }

    @Bean
    Editions editions(Store store, Clock clock) {
        return new Editions(store, clock);
    }

    @Bean
    Archive archive(Store store) {
        return new Archive(store);
    }

    @Bean
    ChainVerification chainVerification(Store store) {
        return new ChainVerification(store);
    }

    @Bean
    StoreHealth storeHealth(Store store) {
        return new StoreHealth(store);
    }

    @Bean
    StoreIndicator storeHealthIndicator(StoreHealth health) {
        return new StoreIndicator(health);
    }

    @Bean
    RetentionJob retentionJob(
            Store store, Assessments assessments, Clock clock, @Value("${hashwise.retention:}") String retention) {
        return new RetentionJob(store, assessments, clock, retention.isBlank() ? null : Period.parse(retention));
    }

    @Bean
    Backups backups(Store store) {
        return new Backups(store);
    }
}
