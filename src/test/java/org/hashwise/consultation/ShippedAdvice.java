package org.hashwise.consultation;

import java.time.Clock;
import org.hashwise.rulebook.ActiveRulebook;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Advice and projections by the shipped rules, below a slice of the program. */
@TestConfiguration(proxyBeanMethods = false)
public class ShippedAdvice {

    private final ActiveRulebook rulebooks = ActiveRulebook.at("", Clock.systemUTC());

    @Bean
    @Primary // where the one that gives everybody the same advice was there first
    Consultation shippedConsultation() {
        return new Consultation(rulebooks, Clock.systemUTC());
    }

    @Bean
    @Primary
    Analyses shippedAnalyses() {
        return new Analyses(rulebooks);
    }

    @Bean
    @Primary
    Projections shippedProjections() {
        return new Projections(rulebooks);
    }
}
