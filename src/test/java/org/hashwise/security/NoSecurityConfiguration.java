package org.hashwise.security;

import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Configuration without security, for tests of pages or API by themselves; what guards them is tested with the whole program.
 * Imported where it is wanted, and found nowhere else. */
@EnableWebSecurity
public class NoSecurityConfiguration {

    @Bean
    SecurityFilterChain everybodyEnters(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf -> csrf.disable())
                .headers(headers -> headers.disable())
                .build();
    }

    /** Keeps the framework from making a user of its own. */
    @Bean
    AuthenticationManager nobodyLogsIn() {
        return authentication -> authentication;
    }
}
