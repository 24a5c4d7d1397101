package org.hashwise.consultation;

import java.time.Clock;
import org.hashwise.rulebook.Rulebooks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every consultation takes place in: a day, and one edition of the rulebook. */
@Configuration(proxyBeanMethods = false)
class Surroundings {

    /** The only clock: it says what day it is when nobody names one. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    OneEditionPerRequest oneEditionPerRequest(Rulebooks rulebooks) {
        return new OneEditionPerRequest(rulebooks);
    }
}
