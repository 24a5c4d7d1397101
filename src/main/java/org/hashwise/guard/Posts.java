package org.hashwise.guard;

import org.hashwise.account.AccountBook;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.stereotype.Component;

/** The guards that stand at every door, in the order in which one passes them. */
@Component
final class Posts {

    private final AccountBook accounts;
    private final Denials denials;
    private final HostFilter hosts;
    private final RateFilter rates;
    private final AnalysisFilter analyses;

    Posts(House house, AccountBook accounts, Limits limits, Denials denials, Turnstile turnstile) {
        this.accounts = accounts;
        this.denials = denials;
        this.hosts = new HostFilter(house, denials);
        this.rates = new RateFilter(house, limits, denials);
        this.analyses = new AnalysisFilter(turnstile, denials);
    }

    /** Those in front of whatever knows people. */
    void before(HttpSecurity http, boolean withKeys) {
        http.headers(Headers::all).addFilterAfter(hosts, HeaderWriterFilter.class);
        if (withKeys) {
            http.addFilterAfter(new KeyFilter(accounts, denials), HeaderWriterFilter.class);
        }
        http.addFilterAfter(rates, HeaderWriterFilter.class)
                .addFilterBefore(new MembershipFilter(accounts), AnonymousAuthenticationFilter.class);
    }

    /** Those behind whatever decides who may. */
    HttpSecurity behind(HttpSecurity http) {
        return http.exceptionHandling(failures -> failures.accessDeniedHandler((request, response, denied) ->
                        denials.tell(denied instanceof CsrfException ? Denial.FORM : Denial.ROLE, request, response)))
                .addFilterAfter(analyses, AuthorizationFilter.class)
                .addFilterAfter(new DiscreetFilter(), AuthorizationFilter.class);
    }
}
