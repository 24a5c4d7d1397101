package org.hashwise.security;

import org.hashwise.account.AccountRepository;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.stereotype.Component;

/** The guards that stand at every door, in the order in which one passes them. */
@Component
final class SecurityFilters {

    private final AccountRepository accounts;
    private final RejectionHandler denials;
    private final HostFilter hosts;
    private final RateLimitFilter rates;
    private final AnalysisBulkheadFilter analyses;

    SecurityFilters(
            AccessPolicy house,
            AccountRepository accounts,
            RequestLimits limits,
            RejectionHandler denials,
            Bulkhead bulkhead) {
        this.accounts = accounts;
        this.denials = denials;
        this.hosts = new HostFilter(house, denials);
        this.rates = new RateLimitFilter(house, limits, denials);
        this.analyses = new AnalysisBulkheadFilter(house, limits, bulkhead, denials);
    }

    /** Those in front of whatever knows people. */
    void before(HttpSecurity http, boolean withKeys) {
        http.headers(SecurityHeaders::all)
                .addFilterAfter(hosts, HeaderWriterFilter.class)
                .addFilterAfter(new RequestBodyRejectionFilter(denials), HeaderWriterFilter.class);
        if (withKeys) {
            http.addFilterAfter(new ApiKeyFilter(accounts, denials), HeaderWriterFilter.class);
        }
        http.addFilterAfter(rates, HeaderWriterFilter.class)
                .addFilterBefore(new RevokedAccountFilter(accounts), AnonymousAuthenticationFilter.class);
    }

    /** Those behind whatever decides who may. */
    HttpSecurity behind(HttpSecurity http) {
        return http.exceptionHandling(failures ->
                        failures.accessDeniedHandler((request, response, denied) -> denials.tell(
                                denied instanceof CsrfException ? Rejection.FORM : Rejection.ROLE, request, response)))
                .addFilterAfter(analyses, AuthorizationFilter.class)
                .addFilterAfter(new ErrorRedactionFilter(), AuthorizationFilter.class);
    }
}
