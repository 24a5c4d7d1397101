package org.hashwise.consultation;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The only clock: it says what day it is when nobody names one. */
@Configuration(proxyBeanMethods = false)
class Today {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
