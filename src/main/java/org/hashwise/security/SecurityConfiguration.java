package org.hashwise.security;

import static org.hashwise.account.Role.ANALYST;
import static org.hashwise.account.Role.CLIENT;
import static org.hashwise.account.Role.READER;

import jakarta.servlet.DispatcherType;
import org.hashwise.account.Role;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.savedrequest.RequestCache;

/** The filter chains: one for the API, one for the pages. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {

    private final AccessPolicy policy;
    private final SecurityFilters filters;
    private final RejectionHandler rejections;

    SecurityConfiguration(AccessPolicy policy, SecurityFilters filters, RejectionHandler rejections) {
        this.policy = policy;
        this.filters = filters;
        this.rejections = rejections;
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http) {
        filters.before(http.securityMatcher("/api/**", "/mcp", "/actuator/**"), true);
        http.authorizeHttpRequests(
                        requests -> requests.requestMatchers(HttpMethod.GET, "/actuator/health", "/actuator/health/**")
                                .permitAll()
                                .requestMatchers("/actuator/**")
                                .access(openTo(ANALYST, CLIENT))
                                .requestMatchers("/api/v1/rulebook/**", "/api/v1/receipts/chain/**")
                                .access(openTo(ANALYST))
                                .anyRequest()
                                .access(openTo(READER, ANALYST, CLIENT)))
                // Creates no session, and leaves that of a browser unchanged.
                .sessionManagement(session -> session.disable())
                .csrf(csrf -> csrf.csrfTokenRepository(CsrfTokens.repository())
                        .requireCsrfProtectionMatcher(CsrfTokens::isOwedByProgram))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .exceptionHandling(failures -> failures.authenticationEntryPoint(
                        (request, response, failure) -> rejections.reject(Rejection.LOGIN, request, response)));
        return filters.after(http).build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http,
            LoginThrottle throttle,
            OidcRoles roles,
            ObjectProvider<ClientRegistrationRepository> providers) {
        RequestCache asked = SavedRequests.cache();
        LoginOutcome outcome = new LoginOutcome(policy, throttle, asked);
        filters.before(http, false);
        http.authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers("/assets/**", "/problems", LoginController.PATH)
                                .permitAll()
                                .requestMatchers("/rulebook/trial/**")
                                .access(openTo(ANALYST))
                                .anyRequest()
                                .access(openTo(READER, ANALYST)))
                .csrf(csrf -> csrf.csrfTokenRepository(CsrfTokens.repository()))
                .requestCache(cache -> cache.requestCache(asked))
                .formLogin(form -> form.loginPage(LoginController.PATH)
                        .usernameParameter(LoginController.NAME)
                        .passwordParameter(LoginController.PASSWORD)
                        .successHandler(outcome)
                        .failureHandler(outcome))
                .logout(logout -> logout.logoutSuccessUrl("/"))
                .exceptionHandling(failures ->
                        failures.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint(LoginController.PATH)))
                .addFilterBefore(
                        new LoginThrottleFilter(policy, throttle, rejections),
                        UsernamePasswordAuthenticationFilter.class);
        if (providers.getIfAvailable() != null) {
            http.oauth2Login(login -> login.loginPage(LoginController.PATH)
                    .userInfoEndpoint(user -> user.userAuthoritiesMapper(roles))
                    .successHandler(outcome)
                    .failureHandler(outcome));
        }
        return filters.after(http).build();
    }

    private AuthorizationManager<RequestAuthorizationContext> openTo(Role... roles) {
        return (caller, context) -> new AuthorizationDecision(
                policy.isOpenTo(context.getRequest()) || AccountUserDetails.hasOneOf(caller.get(), roles));
    }
}
